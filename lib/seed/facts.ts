import type { FilingData } from "@/lib/filings/form";
import { isAsked, FILING_SECTIONS } from "@/lib/filings/form";
import type { ClassRow, FieldValue, RoomRow, SectionData } from "@/lib/forms/field";
import { STAGES, type Stage } from "@/lib/standard/indicators";
import type { CountyProfile } from "./counties";
import { classRows } from "./classes";
import { CLASS_LIMIT } from "@/lib/standard/indicators";
import type { SchoolFigures } from "./figures";
import { clamp, prng, round, type Prng } from "./prng";
import { statementsOf } from "./statements";

type Making = SchoolFigures & { year: number; profile: CountyProfile; random: Prng; classes: Record<Stage, ClassRow[]> };

/** Some counties have a trouble at all; in those the same schools have it every year, fewer as years pass. */
function hasTrouble({ school, profile, year }: Making, what: string, weight = 1): boolean {
  const fading = profile.itemTrouble * (1 - 0.2 * (year - 2025));
  if (fading <= 0) return false;
  const inCounty = prng(`county-trouble:${what}:${school.id.slice(0, 7)}`).next() < clamp(0.1 + 2.6 * fading, 0, 0.85);
  return inCounty && prng(`trouble:${what}:${school.id}`).next() < fading * weight;
}

function studentSection(making: Making): SectionData {
  const { school, heads, random, classes } = making;
  const data: SectionData = { seniorStudents: heads.senior };
  const asksZone = school.areaType !== "rural" && school.operatorType !== 10 && !school.boarding;
  const outside = asksZone && hasTrouble(making, "zone", 0.25);
  for (const stage of STAGES) {
    const pupils = heads[stage];
    data[`${stage}Students`] = pupils;
    data[`${stage}ClassSizes`] = classes[stage];
    // 小学 100 %, 初中 ≥ 95 %. 教督〔2017〕6号 政府保障 13
    const share = outside ? random.between(0.86, 0.97) : stage === "primary" ? 1 : random.between(0.962, 1);
    if (asksZone && pupils > 0) data[`${stage}InZoneStudents`] = Math.ceil(pupils * share);
  }
  const urban = { urban: 0.16, town: 0.06, rural: 0.015 }[school.areaType];
  data.migrantStudents = Math.round((heads.primary + heads.junior) * urban * random.between(0.4, 1.5));
  return { ...data, ...graduation(making) };
}

/** 初中三年巩固率 = (毕业 − 转入 + 转出) ÷ (三年前初一 − 死亡). */
function graduation({ heads, random, profile }: Making): SectionData {
  const entrants = Math.round((heads.junior / 3) * random.between(0.96, 1.05));
  const kept = Math.round(entrants * (profile.itemTrouble > 0.2 ? random.between(0.935, 0.985) : random.between(0.968, 0.998)));
  const transferredIn = Math.round(entrants * random.between(0, 0.03));
  const transferredOut = Math.min(kept, Math.round(entrants * random.between(0, 0.035)));
  return { juniorEntrants: entrants, juniorTransferredIn: transferredIn, juniorTransferredOut: transferredOut, juniorDeceased: 0, juniorGraduates: kept + transferredIn - transferredOut };
}

function teacherSection(making: Making): SectionData {
  const { heads, amounts, random } = making;
  const data: SectionData = {};
  let all = 0;
  for (const stage of STAGES) {
    if (heads[stage] === 0) continue;
    const [degree = 0, backbone = 0, artsPe = 0] = ["degreeTeachers", "backboneTeachers", "artsPeTeachers"].map((key) => amounts[`${stage}.${key}`]);
    const usual = heads[stage] / (stage === "primary" ? random.between(16.2, 18.9) : random.between(12.2, 13.6));
    // A village stage has a handful of teachers at least; a school short of degrees still has teachers.
    const fullTime = Math.max(Math.ceil(degree / random.between(0.93, 1)), Math.round(Math.min(usual, degree * 1.25 + 4)), backbone, artsPe, 2);
    all += fullTime;
    data[`${stage}FullTimeTeachers`] = fullTime;
    data[`${stage}DegreeTeachers`] = degree;
    data[`${stage}BackboneTeachers`] = backbone;
    data[`${stage}ArtsPeTeachers`] = artsPe;
  }
  if (all === 0) all = random.int(14, 34);
  data.certifiedTeachers = hasTrouble(making, "certified", 0.2) ? all - 1 : all;
  data.trainedTeachers = hasTrouble(making, "trained", 0.6) ? Math.floor(all * random.between(0.86, 0.985)) : all;
  const pupils = heads.primary + heads.junior + heads.senior;
  data.counsellors = pupils > 1200 ? 2 : pupils > 260 ? 1 : 0;
  return data;
}

/** Of each kind one room per 12 classes; music ≥ 96 ㎡, art ≥ 90 ㎡. 教督〔2017〕6号 政府保障 3 */
function rooms(kind: "音乐" | "美术", making: Making): RoomRow[] {
  const { random, classes, school, year } = making;
  const needed = Math.max(1, Math.ceil((classes.primary.length + classes.junior.length) / 12));
  const lacking = hasTrouble(making, `${kind}rooms`, 0.7);
  const count = lacking && needed > 1 ? needed - 1 : needed;
  const least = kind === "音乐" ? 96 : 90;
  return Array.from({ length: count }, (_, at) => ({
    name: count === 1 ? `${kind}教室` : `${kind}教室${at + 1}`,
    area: round(lacking && needed === 1 ? random.between(least * 0.6, least * 0.97) : random.between(least, least * 1.22), 1),
    builtYear: Math.min(year - 1, school.builtYear + random.int(0, 12)),
  }));
}

function premisesSection(making: Making): SectionData {
  const { amounts, random, heads, school } = making;
  const pupils = heads.primary + heads.junior + heads.senior;
  const sports = amounts.sportsArea ?? round(Math.max(pupils, 60) * random.between(9, 22), 2);
  const classrooms = amounts.teachingArea ?? round(Math.max(pupils, 60) * random.between(6, 14), 2);
  const hall = pupils < 180 || random.chance(0.35) ? 0 : round(clamp(pupils * random.between(0.25, 0.75), 160, sports * 0.3), 2);
  const indoor = school.kind === "teaching_point" ? 0 : hall;
  return {
    teachingArea: round(classrooms + indoor, 2),
    indoorSportsArea: indoor,
    sportsFieldArea: round(sports - indoor, 2),
    musicRooms: rooms("音乐", making),
    artRooms: rooms("美术", making),
  };
}

function equipmentSection({ amounts, random, heads }: Making): SectionData {
  const pupils = Math.max(40, heads.primary + heads.junior + heads.senior);
  const multimedia = amounts.multimediaRooms ?? Math.ceil(pupils / 18);
  return {
    equipmentValueWan: amounts.equipmentValue ?? round(pupils * random.between(0.3, 0.62), 4),
    multimediaRooms: multimedia,
    interactiveRooms: Math.floor(multimedia * random.between(0.15, 0.7)),
  };
}

/** 万元 of the calendar year before; a school of fewer than 100 pupils is funded for 100. */
function fundingSection(making: Making): SectionData {
  const { heads, random } = making;
  const pupils = heads.primary + heads.junior;
  const budget = round(Math.max(pupils, 100) * random.between(0.098, 0.135), 2);
  const final = round(budget * random.between(0.95, 1.02), 2);
  const share = hasTrouble(making, "training", 0.5) ? random.between(0.031, 0.048) : random.between(0.0512, 0.084);
  const training = round(budget * share, 2);
  const data: SectionData = { fundsBudget: budget, trainingBudget: training, fundsFinal: final, trainingFinal: round(Math.min(final, training * random.between(0.93, 1.04)), 2) };
  // 教督〔2017〕6号 政府保障 6
  if (pupils < 100) data.fundsAllocated = hasTrouble(making, "small", 0.2) ? round(random.between(5.2, 7.6), 2) : round(random.between(10.2, 13.4), 2);
  return data;
}

function safetySection(making: Making): SectionData {
  const met = (what: string) => !hasTrouble(making, what, 0.35);
  return { guards: met("guards"), closedCampus: true, alarms: met("alarms"), crossingGuards: met("crossing"), counsellingRoom: met("counselling") };
}

/** The whole form of a school and year. What its kind is not asked is left out. */
export function filingDataOf(figures: SchoolFigures, profile: CountyProfile, year: number): FilingData {
  const { school, heads } = figures;
  const random = prng(`form:${school.id}:${year}`);
  const making: Making = { ...figures, year, profile, random, classes: { primary: [], junior: [] } };
  const shown = profile.first?.crowded === true && school.id.endsWith("001");
  const crowded = shown || (school.areaType !== "rural" && heads.primary + heads.junior > 700 && hasTrouble(making, "crowded", 1.6));
  for (const stage of STAGES) {
    const cap = CLASS_LIMIT[stage] + (crowded ? Math.max(1, prng(`crowd:${school.id}:${stage}`).int(3, 13) - 2 * (year - 2024)) : -prng(`roomy:${school.id}:${stage}`).int(0, 5));
    making.classes[stage] = heads[stage] > 0 ? classRows(stage, heads[stage], cap, random) : [];
  }
  const full: FilingData = {
    basic: { builtYear: school.builtYear, boarding: school.boarding, charter: true },
    students: studentSection(making),
    teachers: teacherSection(making),
    premises: premisesSection(making),
    equipment: equipmentSection(making),
    funding: fundingSection(making),
    safety: safetySection(making),
    statements: statementsOf(hasTrouble(making, "statement", 0.15), prng(`words:${school.id}:${year}`)),
  };
  return asked(full, figures);
}

function asked(full: FilingData, { school }: SchoolFigures): FilingData {
  const data: FilingData = {};
  for (const section of FILING_SECTIONS) {
    const kept: SectionData = {};
    for (const field of section.fields) {
      const value: FieldValue | undefined = full[section.key]?.[field.key];
      if (value !== undefined && isAsked(field, school.kind)) kept[field.key] = value;
    }
    data[section.key] = kept;
  }
  return data;
}
