import type { Finding, Sentence } from "@/lib/findings/finding";
import type { Standing } from "@/lib/findings/rules-area";
import type { WorkLoad } from "@/lib/findings/rules-work";
import { formatCv } from "@/lib/evaluation/format";
import { countyAspects, type AspectRow } from "@/lib/results/aspects";
import { isNear } from "@/lib/results/cvs";
import type { CountyOutcome } from "@/lib/results/get-county-results";
import { yearName } from "@/lib/results/years";
import { INDICATOR_KEYS, INDICATORS, STAGE_NAME, STAGES } from "@/lib/standard/indicators";
import type { BoardView, Tone } from "./schema";

type Cell = BoardView["cells"][number];
type Tile = BoardView["tiles"][number];
/** As many sentences as can be read from across a room. */
const SHOWN = 3;
const n = (value: number) => value.toLocaleString("zh-CN");

const base = (place: string, year: number, at: string, headline: Sentence, findings: readonly Finding[]) => ({
  place, year: yearName(year), at, headline, findings: findings.slice(0, SHOWN).map(({ sentence }) => sentence),
});

function workTiles({ tasks, ledger }: WorkLoad): Tile[] {
  return [
    ...(tasks ? [{ label: `${tasks.year} 年度创建任务`, value: `${n(tasks.done)}／${n(tasks.tasks)}`, note: tasks.overdue > 0 ? `逾期 ${n(tasks.overdue)} 项` : "没有逾期", tone: tasks.overdue > 0 ? "warn" as const : "neutral" as const }] : []),
    ...(ledger ? [{ label: "整改台账销号", value: `${n(ledger.closed)}／${n(ledger.total)}`, note: ledger.late > 0 ? `逾期 ${n(ledger.late)} 项` : "没有逾期", tone: ledger.late > 0 ? "warn" as const : "neutral" as const }] : []),
  ];
}

function cvCells(result: CountyOutcome): Cell[] {
  return STAGES.flatMap((stage) => INDICATOR_KEYS.flatMap((key): Cell[] => {
    const own = result.stages[stage]?.indicators[key];
    if (!own) return [];
    const { cv, cvPass, cvLimit } = own;
    const [word, tone]: [string, Tone] = cv === null ? ["数据不全", "pending"] : !cvPass ? ["超限", "fail"] : isNear(cv, cvLimit) ? ["临界", "warn"] : ["达标", "pass"];
    return [{ name: `${STAGE_NAME[stage]}${INDICATORS[key].shortName}`, value: cv === null ? "—" : formatCv(cv, cvPass ? undefined : cvLimit), word, tone }];
  }));
}

/** “13／14”, “项差异系数达标，未达标”; a share carries its sign. */
function aspectTile({ name, figure, unit, word, tone }: AspectRow): Tile {
  const [, of, rest] = /^／ (\d+) (.*)$/.exec(unit) ?? [];
  if (of !== undefined) return { label: name, value: `${figure}／${of}`, note: `${rest}；${word}`, tone };
  return { label: name, value: figure === "—" ? figure : `${figure}%`, note: `${unit.replace(/^% /, "")}；${word}`, tone };
}

type County = { place: string; year: number; at: string; headline: Sentence; findings: readonly Finding[]; result: CountyOutcome | null; work: WorkLoad };

/** A county's screen: the four aspects, the work, and the 14 coefficients. */
export function countyBoard({ place, year, at, headline, findings, result, work }: County): BoardView {
  const aspects = result ? countyAspects(result).map(aspectTile) : [];
  return { ...base(place, year, at, headline, findings), tiles: [...aspects, ...workTiles(work)], cellsTitle: "差异系数", columns: INDICATOR_KEYS.length, cells: result ? cvCells(result) : [] };
}

export type ChildStanding = { name: string; counties: number; reported: number; compliant: number };
type Area = { place: string; year: number; at: string; headline: Sentence; findings: readonly Finding[]; now: Standing; /** Standing recognitions of this platform; null: none on record. */ recognised: number | null; children: readonly ChildStanding[]; childName: string; work: WorkLoad };

/** One county says its verdict, a place with several how many of those that are whole pass. */
function childCell({ name, counties, reported, compliant }: ChildStanding): Cell {
  if (reported === 0) return { name, value: "—", word: "数据不全", tone: "pending" };
  if (counties === 1) return compliant === 1 ? { name, value: "达标", word: "四个方面", tone: "pass" } : { name, value: "未达标", word: "四个方面", tone: "fail" };
  return { name, value: `${compliant}／${reported}`, word: reported < counties ? `${counties - reported} 个数据不全` : compliant === counties ? "全部达标" : "", tone: reported < counties ? "pending" : compliant === counties ? "pass" : "neutral" };
}

/** The screen of a city, a province or the nation: how its counties stand, and each place below in the order of codes, unranked. */
export function areaBoard({ place, year, at, headline, findings, now, recognised, children, childName, work }: Area): BoardView {
  const share = (value: number) => (now.reported === 0 ? "—" : n(value));
  const tile = (label: string, value: string, note: string): Tile => ({ label, value, note, tone: "neutral" });
  return {
    ...base(place, year, at, headline, findings),
    tiles: [
      tile("县级单位", n(now.counties), "个"), tile("已认定", recognised === null ? "—" : n(recognised), recognised === null ? "本平台没有认定记录" : "个，本平台认定记录"), tile("完成审定", n(now.reported), now.reported < now.counties ? `${n(now.counties - now.reported)} 个数据不全` : "全部完成"),
      tile("资源配置达标", share(now.resourcePassed), "个，按审定数据"), tile("四个方面均达标", share(now.compliant), "个，按审定数据"), ...workTiles(work),
    ],
    cellsTitle: `${childName}：四个方面均达标／完成审定`, columns: Math.min(8, Math.max(2, Math.ceil(Math.sqrt(children.length * 1.8)))), cells: children.map(childCell),
  };
}
