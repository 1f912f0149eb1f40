import type { SchoolFacts } from "@/lib/evaluation/facts";
import type { RoomRow } from "@/lib/forms/field";
import { stagesOf } from "@/lib/standard/school-kinds";
import { CLASS_LIMIT, STAGE_NAME } from "@/lib/standard/indicators";
import type { ItemFacts } from "./item-facts";

/** One school, one item: `met` null means that facts are missing. `text` says in words what was found. */
export type SchoolItem = { item: string; met: boolean | null; text: string };
export type JudgedSchool = { facts: SchoolFacts; more: ItemFacts };

const ROOM_AREA = { music: 96, art: 90 } as const;

/** 教督〔2017〕6号 政府保障 3: of each kind one room per 12 classes, rounded up, each of full area. */
function musicAndArt({ facts, more }: JudgedSchool): SchoolItem {
  const classes = stagesOf(facts.kind).map((stage) => facts.classes[stage]);
  if (classes.some((count) => count === null) || !more.musicRooms || !more.artRooms) return { item: "gov-3", met: null, text: "音乐、美术教室未填全" };
  const needed = Math.ceil(classes.reduce<number>((sum, count) => sum + (count ?? 0), 0) / 12);
  const fit = (rooms: RoomRow[], area: number) => rooms.filter((room) => room.area !== null && room.area >= area).length;
  const music = fit(more.musicRooms, ROOM_AREA.music);
  const art = fit(more.artRooms, ROOM_AREA.art);
  return { item: "gov-3", met: music >= needed && art >= needed, text: `应各有 ${needed} 间，达到面积的音乐教室 ${music} 间、美术教室 ${art} 间` };
}

/** 教督〔2017〕6号 政府保障 4: 2,000 pupils; 2,500 in the compulsory stages of a 一贯制 school. */
function schoolSize({ facts }: JudgedSchool): SchoolItem {
  const counts = stagesOf(facts.kind).map((stage) => facts.students[stage]);
  if (counts.some((count) => count === null)) return { item: "gov-4", met: null, text: "在校生数未填全" };
  const pupils = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const limit = facts.kind === "nine_year" || facts.kind === "twelve_year" ? 2500 : 2000;
  return { item: "gov-4", met: pupils <= limit, text: `义务教育在校生 ${pupils.toLocaleString("zh-CN")} 人，规模上限 ${limit.toLocaleString("zh-CN")} 人` };
}

/** 教督〔2017〕6号 政府保障 5: every class, not the average. */
function classSize({ facts, more }: JudgedSchool): SchoolItem {
  const stages = stagesOf(facts.kind);
  const over: string[] = [];
  for (const stage of stages) {
    const pupils = more.classes[stage];
    if (!pupils) return { item: "gov-5", met: null, text: "各班学生数未填全" };
    const count = pupils.filter((size) => size > CLASS_LIMIT[stage]).length;
    if (count > 0) over.push(`${STAGE_NAME[stage]} ${count} 个班超过 ${CLASS_LIMIT[stage]} 人（最大 ${Math.max(...pupils)} 人）`);
  }
  return { item: "gov-5", met: over.length === 0, text: over.length === 0 ? "各班均未超过标准班额" : over.join("；") };
}

/** 教督〔2017〕6号 政府保障 9 and 12: every full-time teacher of the compulsory stages. */
function everyTeacher(item: "gov-9" | "gov-12", { facts, more }: JudgedSchool): SchoolItem {
  const done = item === "gov-9" ? more.trained : more.certified;
  const totals = stagesOf(facts.kind).map((stage) => more.fullTime[stage]);
  if (done === null || totals.some((count) => count === null)) return { item, met: null, text: "教师人数未填全" };
  const total = totals.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return { item, met: done >= total, text: `专任教师 ${total} 人，${item === "gov-9" ? "培训满 360 学时" : "持证"} ${done} 人` };
}

/** 教督〔2017〕6号 教育质量 4: at least 5 % of the budget of public funds, in every school. Compared by cross-multiplication. */
function trainingFunds({ more }: JudgedSchool): SchoolItem {
  if (more.fundsBudget === null || more.trainingBudget === null || more.fundsBudget === 0) return { item: "qual-4", met: null, text: "公用经费未填全" };
  const met = Math.round(more.trainingBudget * 1e4) * 100 >= Math.round(more.fundsBudget * 1e4) * 5;
  const share = Math.floor((more.trainingBudget / more.fundsBudget) * 1000) / 10;
  return { item: "qual-4", met, text: `教师培训经费占公用经费预算 ${share.toFixed(1)}%，应不低于 5%` };
}

const BY_STATEMENT = ["qual-3", "qual-5", "qual-6", "qual-7", "qual-8"] as const;

function byStatement({ more }: JudgedSchool): SchoolItem[] {
  return BY_STATEMENT.map((item) => {
    const said = item === "qual-3" && more.charter === false ? "unmet" : more.statements[item];
    const met = said === null ? null : said === "met";
    return { item, met, text: met === null ? "自评说明未填写" : met ? "学校自评达标" : "学校自评未达标" };
  });
}

/** The school-level items of one school; schools without a compulsory stage have none. */
export function judgeSchool(school: JudgedSchool): SchoolItem[] {
  if (stagesOf(school.facts.kind).length === 0) return [];
  return [musicAndArt(school), schoolSize(school), classSize(school), everyTeacher("gov-9", school), everyTeacher("gov-12", school), trainingFunds(school), ...byStatement(school)];
}
