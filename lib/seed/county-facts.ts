import type { SectionData } from "@/lib/forms/field";
import { VETO_FIELDS } from "@/lib/items/veto";
import type { DemoCounty } from "./counties";
import { COUNTIES_WITH_UNITS, countyDesk, unitDesk } from "./demo-accounts";
import { unitId } from "./units";
import type { Row } from "./insert";
import { clamp, prng, round, type Prng } from "./prng";
import type { SchoolFigures } from "./figures";

export type Size = { pupils: number; teachers: number; juniors: number };

/** Which unit answers for an item, by the unit's number among the county's units. */
const UNIT_OF_ITEM: Record<string, "财政局" | "人力资源和社会保障局"> = { "gov-6": "财政局", "gov-7": "财政局", "gov-8": "人力资源和社会保障局", "gov-10": "人力资源和社会保障局" };

export function sizeOf(figures: SchoolFigures[]): Size {
  const pupils = figures.reduce((sum, { heads }) => sum + heads.primary + heads.junior, 0);
  const juniors = figures.reduce((sum, { heads }) => sum + heads.junior, 0);
  return { pupils, juniors, teachers: Math.round(pupils / 15.2) };
}

const conclusion = (met: boolean): SectionData => ({ met: met ? "yes" : "no" });

/** 交流 ≥ 10 % of the eligible, 骨干 ≥ 20 % of the exchanged. 教督〔2017〕6号 政府保障 11 */
function exchange({ teachers }: Size, met: boolean, random: Prng): SectionData {
  const eligible = Math.round(teachers * random.between(0.42, 0.58));
  const exchanged = Math.ceil(eligible * (met ? random.between(0.104, 0.148) : random.between(0.072, 0.097)));
  return { eligible, exchanged, backbone: Math.ceil(exchanged * random.between(0.205, 0.29)) };
}

function monitoring(met: boolean, random: Prng): SectionData {
  const data: SectionData = {};
  const weak = met ? "" : random.pick(["maths", "science", "arts"]);
  for (const subject of ["chinese", "maths", "science", "pe", "arts", "moral"]) {
    data[`${subject}Level`] = subject === weak && random.chance(0.4) ? 2 : random.int(3, 4);
    data[`${subject}Spread`] = round(subject === weak ? random.between(0.152, 0.19) : random.between(0.062, 0.147), 3);
  }
  return data;
}

function survey(size: Size, met: boolean, year: number, random: Prng): SectionData {
  const better = 0.005 * (year - 2025);
  const valid = Math.round(clamp(size.pupils * 0.09, 900, 6_000) * random.between(0.9, 1.1));
  const interviewed = random.int(120, 320);
  return {
    valid,
    satisfied: Math.ceil(valid * (met ? random.between(0.872, 0.958) : random.between(0.808, 0.836)) + valid * better),
    interviewed,
    interviewedSatisfied: Math.ceil(interviewed * random.between(0.88, 0.97)),
  };
}

/** The values of an item; `met` false draws a value that stays below the rule. Rates last from year to year, pay grows. */
function valuesOf(item: string, size: Size, met: boolean, year: number, random: Prng): SectionData {
  const special = Math.max(18, Math.round(size.pupils * random.between(0.0022, 0.0038)));
  const pay = Math.round(random.int(86_000, 128_000) * 1.035 ** (year - 2025));
  const plan = Math.max(120, Math.round((size.juniors / 3) * random.between(0.38, 0.5)));
  const allocated = Math.ceil(plan * random.between(0.52, 0.7));
  const eligible = Math.max(60, Math.round(size.pupils * random.between(0.05, 0.14)));
  const purchased = Math.floor(eligible * random.between(0, 0.03));
  const children = Math.max(40, Math.round(size.pupils * random.between(0.004, 0.006)));
  switch (item) {
    case "gov-6":
      return { perPupilStandard: 720 + random.int(0, 8) * 10, juniorPerPupilStandard: 940 + random.int(0, 6) * 10 };
    case "gov-7":
      return { funds: Math.ceil(special * (met ? random.between(8_050, 11_600) : random.between(7_100, 7_950))), pupils: special };
    case "gov-8":
      return { teacherPay: pay, civilServantPay: Math.round(pay * (met ? random.between(0.955, 0.998) : random.between(1.006, 1.03))), performancePay: true };
    case "gov-11":
      return exchange(size, met, random);
    case "gov-14":
      return { plan, allocated, rural: Math.ceil(allocated * random.between(0.36, 0.6)) };
    case "gov-15":
      return { careSystem: true, eligible, public: Math.ceil((eligible - purchased) * (met ? random.between(0.91, 1) : random.between(0.78, 0.84))), purchased };
    case "qual-2":
      return { children, enrolled: met ? children - Math.floor(children * random.between(0, 0.045)) : Math.floor(children * random.between(0.92, 0.948)) };
    case "qual-9":
      return monitoring(met, random);
    case "recognition":
      return survey(size, met, year, random);
    case "veto":
      return Object.fromEntries(VETO_FIELDS.map((key) => [key, false]));
    default:
      return conclusion(met);
  }
}

const STATEMENT: Record<string, string> = {
  "gov-1": "布局专项规划经县政府批准实施，学校设置与人口变化相适应。",
  "gov-2": "建设标准、编制标准、公用经费基准定额和基本装备标准城乡统一。",
  "gov-10": "在核定总量内按学年统筹分配各校编制和岗位，并动态调整。",
  "gov-11": "按县管校聘办法组织交流，骨干教师优先向乡村学校派出。",
  "gov-15": "建立留守儿童台账和结对关爱制度，随迁子女就近安排学位。",
  recognition: "县级自测，非认定结果。",
};

/** A draft in the year being filed still lacks its last value. */
const begun = (data: SectionData): SectionData => Object.fromEntries(Object.entries(data).slice(0, Math.max(1, Object.keys(data).length - 1)));

/** Items that the county has not yet entered in the year being filed, and those still in hand. */
function stateOf(item: string, year: number, pending: boolean, random: Prng): "approved" | "submitted" | "draft" | "absent" {
  if (year < 2026) return item === "qual-9" && pending ? "draft" : "approved";
  if (item === "veto" || item === "recognition" || item === "qual-9" || item === "qual-2") return "absent";
  if (item === "gov-6") return "draft";
  const draw = random.next();
  return draw < 0.3 ? "absent" : draw < 0.65 ? "draft" : draw < 0.85 ? "submitted" : "approved";
}

const ITEMS = ["gov-1", "gov-2", "gov-6", "gov-7", "gov-8", "gov-10", "gov-11", "gov-14", "gov-15", "qual-2", "qual-9", "recognition", "veto"];

/** The county-level items of a year. No veto item is ever played on a real county. */
export function countyFactRows(county: Pick<DemoCounty, "code" | "profile">, year: number, size: Size): Row[] {
  const { code, profile } = county;
  return ITEMS.flatMap((item): Row[] => {
    const random = prng(`item:${code}:${year}:${item}`);
    // Trouble with an item lasts and fades: the same draw for every year.
    const met = prng(`item-trouble:${code}:${item}`).next() >= profile.itemTrouble * 0.75 * (1 - 0.25 * (year - 2025));
    const state = stateOf(item, year, profile.monitoringPending, random);
    if (state === "absent") return [];
    const approved = state === "approved";
    const waiting = item === "qual-9" && !approved;
    const unit = COUNTIES_WITH_UNITS.includes(code) ? UNIT_OF_ITEM[item] : undefined;
    const values = valuesOf(item, size, met, year, prng(`value:${code}:${item}`));
    const entered = `${year}-11-0${random.int(1, 9)}T02:${random.int(10, 59)}:00Z`;
    return [
      {
        division_code: code,
        year,
        item,
        data: waiting ? {} : state === "draft" ? begun(values) : values,
        statement: waiting ? "国家义务教育质量监测结果尚未反馈。" : (STATEMENT[item] ?? ""),
        state,
        unit_id: unit ? unitId(code, unit) : null,
        entered_by: unit === "财政局" ? unitDesk(code, unit) : countyDesk(code),
        approved_by: approved ? countyDesk(code) : null,
        updated_at: entered,
        approved_at: approved ? `${year}-12-05T06:00:00Z` : null,
      },
    ];
  });
}
