import { GOVERNMENT_ITEMS, QUALITY_ITEMS } from "@/lib/standard/items";

const TITLES = new Map<string, string>([...GOVERNMENT_ITEMS, ...QUALITY_ITEMS].map((item) => [item.key, item.title]));
const NAMED = 3;

/** “：班级学生数：小学 8 个班超过 45 人；教师培训经费：……”: what was found, or of more than three “，其中……” of the first three. */
export function namedItems(items: readonly { item: string; text: string }[]): string {
  const text = items.slice(0, NAMED).map(({ item, text: found }) => {
    const title = TITLES.get(item) ?? "";
    const said = found.replaceAll("；", "，");
    return said.startsWith(`${title}：`) ? said : `${title}：${said}`;
  });
  return `${items.length > NAMED ? "，其中" : "："}${text.join("；")}`;
}
