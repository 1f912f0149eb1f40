import type { SchoolFacts } from "@/lib/evaluation/facts";
import type { RoomRow } from "@/lib/forms/field";
import { RELAXATIONS } from "@/lib/standard/relaxations";
import { stagesOf } from "@/lib/standard/school-kinds";
import { RELAXED_NOTE, relaxes, WOULD_RELAX_NOTE, type ItemRules } from "./rules";
import type { JudgedSchool, SchoolItem } from "./verdicts";

/** 政府保障 3 and 4: the two items that the 2019 规程 relaxes for older, small and crowded schools. */

const total = (counts: (number | null)[]): number | null => (counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0));
const pupilsOf = ({ kind, students }: SchoolFacts) => total(stagesOf(kind).map((stage) => students[stage]));

/** A verdict under the full standard, and under the relaxations where they count or would count. */
function withRelaxation(item: string, text: string, full: boolean, relaxed: boolean, applies: { now: boolean; would: boolean }): SchoolItem {
  if (full || !relaxed) return { item, met: full, text };
  if (applies.now) return { item, met: true, text: text + RELAXED_NOTE, relaxed: true };
  return applies.would ? { item, met: false, text: text + WOULD_RELAX_NOTE, wouldRelax: true } : { item, met: false, text };
}

const ROOM_AREA = { music: 96, art: 90 } as const;
type RoomKind = keyof typeof ROOM_AREA;
const { musicArtBefore2016: BEFORE_2016, musicArtSmallRural: SMALL_RURAL, sizeBefore2010: BEFORE_2010 } = RELAXATIONS;

/** 农村小规模学校 whose largest class is below 30. */
function isSmallRural(facts: SchoolFacts): boolean {
  const [pupils, largest] = [pupilsOf(facts), stagesOf(facts.kind).map((stage) => facts.maxClass[stage])];
  const { pupilsBelow, classBelow } = SMALL_RURAL.limit;
  return facts.areaType === "rural" && pupils !== null && pupils < pupilsBelow && largest.every((size) => size !== null && size < classBelow);
}

/** The area that a room must have where the relaxations count. */
function relaxedArea(room: RoomRow, kind: RoomKind, facts: SchoolFacts): number {
  const areas: number[] = [ROOM_AREA[kind]];
  if (room.builtYear !== null && room.builtYear <= BEFORE_2016.limit.builtBy) areas.push(BEFORE_2016.limit[kind]);
  if (isSmallRural(facts)) areas.push(stagesOf(facts.kind).includes("junior") ? SMALL_RURAL.limit.junior : SMALL_RURAL.limit.primary);
  return Math.min(...areas);
}

/** 教督〔2017〕6号 政府保障 3: rooms per 12 classes, rounded up, each of full area; of each kind or together by the reading. */
export function musicAndArt({ facts, more }: JudgedSchool, rules: ItemRules): SchoolItem {
  const classes = total(stagesOf(facts.kind).map((stage) => facts.classes[stage]));
  const { musicRooms, artRooms } = more;
  if (classes === null || !musicRooms || !artRooms) return { item: "gov-3", met: null, text: "音乐、美术教室未填全" };
  const needed = Math.ceil(classes / 12);
  const together = rules.readings.musicArtRooms === "together";
  const fit = (rooms: RoomRow[], least: (room: RoomRow) => number) => rooms.filter((room) => room.area !== null && room.area >= least(room)).length;
  const enough = (music: number, art: number) => (together ? music + art >= needed : music >= needed && art >= needed);
  const [music, art] = [fit(musicRooms, () => ROOM_AREA.music), fit(artRooms, () => ROOM_AREA.art)];
  const relaxed = enough(fit(musicRooms, (room) => relaxedArea(room, "music", facts)), fit(artRooms, (room) => relaxedArea(room, "art", facts)));
  const text = `应${together ? "合计" : "各"}有 ${needed} 间，达到面积的音乐教室 ${music} 间、美术教室 ${art} 间`;
  return withRelaxation("gov-3", text, enough(music, art), relaxed, relaxes(rules, "musicArtBefore2016"));
}

/** Pupils that a school of this kind may have where the relaxation counts; null where it names no such school. */
function relaxedSize({ facts, more }: JudgedSchool, pupils: number): number | null {
  const { limit } = BEFORE_2010;
  const old = more.builtYear !== null && more.builtYear <= limit.builtBy;
  const migrants = more.migrantStudents !== null && more.migrantStudents * 2 > pupils;
  if (!old && !migrants) return null;
  return facts.kind === "primary" ? limit.primary : facts.kind === "junior" ? limit.junior : facts.kind === "nine_year" ? limit.nine_year : null;
}

/** 教督〔2017〕6号 政府保障 4: 2,000 pupils; 2,500 in the compulsory stages of a 一贯制 school. */
export function schoolSize(school: JudgedSchool, rules: ItemRules): SchoolItem {
  const pupils = pupilsOf(school.facts);
  if (pupils === null) return { item: "gov-4", met: null, text: "在校生数未填全" };
  const limit = school.facts.kind === "nine_year" || school.facts.kind === "twelve_year" ? 2500 : 2000;
  const text = `义务教育在校生 ${pupils.toLocaleString("zh-CN")} 人，规模上限 ${limit.toLocaleString("zh-CN")} 人`;
  return withRelaxation("gov-4", text, pupils <= limit, pupils <= (relaxedSize(school, pupils) ?? limit), relaxes(rules, "sizeBefore2010"));
}
