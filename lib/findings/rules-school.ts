import { formatShortfall, formatThreshold, formatValue, printedLimit } from "@/lib/evaluation/format";
import type { SchoolItem } from "@/lib/items/verdicts";
import type { StoredSection } from "@/lib/results/list-sections";
import type { StandardInForce } from "@/lib/standard/in-force";
import { INDICATOR_KEYS, INDICATORS, STAGE_NAME } from "@/lib/standard/indicators";
import { schoolItemTrace, valueTrace } from "@/lib/trace/keys";
import { count, ranked, sizeOf, WEIGHT, type Finding } from "./finding";
import { namedItems } from "./named-items";

/** Who rectifies what still stands in the school's ledger, by name of the owner. */
export type OwnerLoad = { owner: string; entries: number; late: number };
export type SchoolInput = {
  id: string;
  year: number;
  sections: StoredSection[];
  before: StoredSection[];
  items: SchoolItem[];
  standard: StandardInForce;
  owners: OwnerLoad[];
};

/** One indicator below its standard: the value, what it is held against, what is missing; its derivation proves it. */
function shortfalls(section: StoredSection, { thresholds, readings }: StandardInForce, id: string, year: number): Finding[] {
  return INDICATOR_KEYS.flatMap((key): Finding[] => {
    const [value, lack, threshold] = [section.values[key], section.shortfall[key], thresholds[key][section.stage]];
    if (value === null || section.atStandard[key] || lack === undefined) return [];
    const { shortName, unit, per } = INDICATORS[key];
    const verdict = section.atFloor[key] ? "达到 85% 但未达标准" : "低于标准的 85%";
    return [{
      key: `${section.stage}.${key}`, weight: (section.atFloor[key] ? WEIGHT.items : WEIGHT.cv) + sizeOf(1 - value / threshold), tone: section.atFloor[key] ? "warn" : "fail", href: valueTrace(id, year, section.stage, key),
      sentence: `${STAGE_NAME[section.stage]}${shortName}${per === 100 ? "每百名学生" : "生均"} ${formatValue(key, value, printedLimit(readings, threshold))} ${unit}，标准 ${formatThreshold(threshold)} ${unit}，${verdict}，${formatShortfall(key, lack)}。`,
    }];
  });
}

function missing(sections: StoredSection[], href: string): Finding[] {
  const open = sections.flatMap((section) => INDICATOR_KEYS.filter((key) => section.values[key] === null).map((key) => `${STAGE_NAME[section.stage]}${INDICATORS[key].shortName}`));
  if (open.length === 0) return [];
  return [{ key: "missing", weight: WEIGHT.incomplete, tone: "pending", href, sentence: `${open.length} 项指标没有数据，暂不作结论：${open.slice(0, 3).join("、")}${open.length > 3 ? "等" : ""}。` }];
}

/** One item leads to its derivation, several to their list. */
function items(all: SchoolItem[], list: string, trace: (item: string) => string): Finding[] {
  const failed = all.filter((item) => item.met === false);
  const [first] = failed;
  if (!first) return [];
  return [{ key: "items", weight: WEIGHT.schools - 1, tone: "fail", href: failed.length === 1 ? trace(first.item) : list, sentence: `学校层面的政府保障、教育质量 ${all.length} 项中 ${failed.length} 项未达标${namedItems(failed)}。` }];
}

function owed(owners: OwnerLoad[], href: string): Finding[] {
  const entries = owners.reduce((sum, one) => sum + one.entries, 0);
  const late = owners.reduce((sum, one) => sum + one.late, 0);
  if (entries === 0) return [];
  return [{ key: "owed", weight: WEIGHT.plan + sizeOf(late / entries), tone: late > 0 ? "warn" : "pending", href, sentence: `一校一册还有 ${count(entries)} 项未销号：${owners.map((one) => `${one.owner}办理 ${count(one.entries)} 项`).join("、")}${late > 0 ? `，其中逾期 ${count(late)} 项` : ""}。` }];
}

function change(now: StoredSection[], before: StoredSection[], year: number, href: string): Finding[] {
  return now.flatMap((section): Finding[] => {
    const was = before.find((one) => one.stage === section.stage);
    if (!was || !was.complete || !section.complete || was.standardCount === section.standardCount) return [];
    const up = section.standardCount > was.standardCount;
    return [{ key: `change.${section.stage}`, weight: WEIGHT.change, tone: up ? "pass" : "warn", href, sentence: `${STAGE_NAME[section.stage]}七项指标中达到标准的，由 ${year - 1}学年初的 ${was.standardCount} 项变为 ${section.standardCount} 项。` }];
  });
}

/** What a school's stored results say of it against the standard, never against other schools. */
export function schoolFindings({ id, year, sections, before, items: judged, standard, owners }: SchoolInput): Finding[] {
  const [filing, ledger] = [`/s/${id}/filing/${year}`, `/s/${id}/ledger`];
  const overview = `/s/${id}/overview?year=${year}`;
  return ranked([
    ...missing(sections, filing),
    ...sections.flatMap((section) => shortfalls(section, standard, id, year)),
    ...items(judged, `${overview}#items`, (item) => schoolItemTrace(id, year, item)),
    ...owed(owners, ledger),
    ...change(sections, before, year, `/s/${id}/overview?year=${year - 1}`),
  ]);
}
