import { GOVERNMENT_ITEMS, QUALITY_ITEMS, RECOGNITION_ITEM, type StandardItem } from "@/lib/standard/items";
import { COUNTY_FORMS, type CountyItemForm } from "./form";

export type ListedItem = StandardItem & { form: CountyItemForm | null };
export type ItemGroup = { title: string; items: ListedItem[] };

/** 教督〔2017〕6号 不予认定: one form with a question for each kind. */
const VETO: StandardItem = { key: "veto", number: 1, title: "一票否决情形", requirement: "经查实有下列情形之一的，不予认定；没有的，逐项选择“否”。", level: "county", source: "教督〔2017〕6号 不予认定" };

const listed = (items: StandardItem[]): ListedItem[] => items.map((item) => ({ ...item, form: COUNTY_FORMS.find((form) => form.item === item.key) ?? null }));

/** The 15 + 9 + 1 items and the veto in the standard's order; without a form: computed from the schools. */
export const ITEM_GROUPS: ItemGroup[] = [
  { title: "政府保障程度", items: listed(GOVERNMENT_ITEMS) },
  { title: "教育质量", items: listed(QUALITY_ITEMS) },
  { title: "社会认可度", items: listed([RECOGNITION_ITEM]) },
  { title: "一票否决", items: listed([VETO]) },
];

/** An item's title by its key. */
export const itemTitle = (key: string): string => ITEM_GROUPS.flatMap((group) => group.items).find((item) => item.key === key)?.title ?? key;
