import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { ITEM_GROUPS, type ListedItem } from "@/lib/counties/group-items";
import type { ItemsView } from "@/lib/counties/load-items";
import { summarise } from "@/lib/counties/summarise";
import { itemTrace } from "@/lib/trace/keys";
import { ComputedItem } from "./computed-item";
import { ItemForm } from "./item-form";

function Item({ view, year, listed }: { view: ItemsView; year: number; listed: ListedItem }) {
  const { form, ...head } = listed;
  const { key } = listed;
  // People of a unit open no results; an item that was never computed has no derivation.
  const trace = view.unit === null && view.results[key] ? itemTrace(view.place.code, year, key) : null;
  if (!form) return <ComputedItem listed={listed} outcome={view.results[key]} trace={trace} />;
  return (
    <ItemForm key={`${year}-${key}`} place={{ code: view.place.code, year }} listed={head} fields={form.fields} fact={view.facts[key]} last={view.last[key]} stored={view.results[key]} evidence={view.evidence[key] ?? []} units={view.units}
      mode={view.mode} completed={view.completed} trace={trace} />
  );
}

/** For people of a unit: its own items first, this year's or last year's; all others folded away. */
function UnitGroups({ view, year, own }: { view: ItemsView; year: number; own: ListedItem[] }) {
  const others = ITEM_GROUPS.flatMap((group) => group.items).filter((item) => item.form && !own.includes(item));
  return (
    <>
      {own.length > 0 ? <Card title={`${view.unit}填报的指标 ${own.length} 项`}>{own.map((listed) => <Item key={listed.key} view={view} year={year} listed={listed} />)}</Card> : null}
      <details className="card px-5 py-4" open={own.length === 0}>
        <summary className="cursor-pointer font-semibold">其他县级指标 {others.length} 项（由教育行政部门或其他单位填报；由本单位负责的，可在这里填报）</summary>
        <div className="mt-4">{others.map((listed) => <Item key={listed.key} view={view} year={year} listed={listed} />)}</div>
      </details>
    </>
  );
}

const leadOf = (view: ItemsView): string => {
  if (view.completed) return "本年度已办结，数据已冻结；确需更正的，由县级教育行政部门写明原因后更正。";
  if (view.mode === "read") return "这里只显示已审定的内容。";
  return "科室和单位填报、教育行政部门审定；审定后计入本县结果。由学校数据决定的指标自动计算，不需填写。";
};

/** The way to what waits: for the bureau what is to be decided, for those who enter what came back. */
function Waiting({ view, items }: { view: ItemsView; items: ListedItem[] }) {
  const waits = (item: ListedItem) => (view.mode === "decide" ? view.facts[item.key]?.state === "submitted" : Boolean(view.facts[item.key]?.returnReason));
  const waiting = items.filter(waits);
  if (waiting.length === 0 || view.completed || view.mode === "read") return null;
  return (
    <p className="mt-1">
      {view.mode === "decide" ? "待审核：" : "被退回："}
      {waiting.map((item, index) => <span key={item.key}>{index > 0 ? "、" : ""}<a className="link" href={`#${item.key}`}>{item.title}</a></span>)}
    </p>
  );
}

/** The county-level items of a year: the finding, then every item in the standard's order. */
export function ItemsPanel({ view }: { view: ItemsView }) {
  const { place, year, unit } = view;
  if (year === null) return <Empty page title="本年度填报尚未开启">由县级教育行政部门开启填报日程。</Empty>;
  const forms = ITEM_GROUPS.flatMap((group) => group.items).filter((item) => item.form);
  const own = unit === null ? forms : forms.filter((item) => view.facts[item.key] ?? view.last[item.key]);
  const states = own.map((item) => view.facts[item.key]?.state ?? "empty");
  const summary = own.length === 0 ? { sentence: `${unit}还没有填报县级指标。`, tone: "pending" as const } : summarise(unit === null ? place.name : `${unit}填报的`, year, states, view.mode === "read");
  return (
    <>
      <Finding tone={summary.tone} sentence={summary.sentence}>{leadOf(view)}<Waiting view={view} items={own} /></Finding>
      {unit === null
        ? ITEM_GROUPS.map((group) => <Card key={group.title} title={group.title}>{group.items.map((listed) => <Item key={listed.key} view={view} year={year} listed={listed} />)}</Card>)
        : <UnitGroups view={view} year={year} own={own} />}
    </>
  );
}
