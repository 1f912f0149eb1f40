import type { FilingData } from "@/lib/filings/form";
import { toSchoolFacts } from "@/lib/filings/facts";
import { toItemFacts } from "@/lib/items/item-facts";
import { toFactRow } from "@/lib/results/school-fact-row";
import { countyDesk, fillerOf } from "./demo-accounts";
import { commentsOn } from "./comments";
import { FIRST_ACT, partOf } from "./drafts";
import type { Row } from "./insert";
import { prng, type Prng } from "./prng";
import type { SeedSchool } from "./schools";

type State = "untouched" | "open" | "submitted" | "returned" | "approved";

export type FilingRows = { filings: Row[]; versions: Row[]; sections: Row[]; comments: Row[]; facts: Row[] };
export const noRows = (): FilingRows => ({ filings: [], versions: [], sections: [], comments: [], facts: [] });

export const filingId = (schoolId: string, year: number) => `f-${schoolId}-${year}`;

/** Vocational schools have no compulsory stage and file nothing. */
export const files = (school: SeedSchool) => school.kind !== "vocational";

const day = (year: number, month: number, date: number, random: Prng) =>
  `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}T0${random.int(1, 9)}:${random.int(10, 59)}:${random.int(10, 59)}Z`;

/** The play of a year that is being filed. */
function stateIn(school: SeedSchool, year: number): State {
  const known = FIRST_ACT[school.id];
  if (known) return known;
  const draw = prng(`state:${school.id}:${year}`).next();
  if (draw < 0.25) return "approved";
  if (draw < 0.45) return "submitted";
  if (draw < 0.55) return "returned";
  return draw < 0.8 ? "open" : "untouched";
}

/** Adds one school's filing of a year: the roster row and whatever its state has left behind. */
export function addFiling(rows: FilingRows, county: string, school: SeedSchool, year: number, data: FilingData, stage: "closed" | "played" | "roster"): void {
  const state: State = stage === "closed" ? "approved" : stage === "roster" ? "untouched" : stateIn(school, year);
  const random = prng(`filing:${school.id}:${year}`);
  const submittedAt = random.int(0, 1) ? day(year, 10, random.int(10, 31), random) : day(year, 11, random.int(1, 9), random);
  const decidedAt = day(year, 11, random.int(11, 20), random);
  const handedIn = state === "submitted" || state === "returned" || state === "approved";
  const place = { filing_id: filingId(school.id, year), division_code: county, school_id: school.id, filed_by_school_id: school.parentId ?? school.id };
  rows.filings.push({
    id: place.filing_id,
    school_id: school.id,
    division_code: county,
    year,
    state: state === "untouched" ? "open" : state,
    filed_by_school_id: place.filed_by_school_id,
    submitted_number: handedIn ? 1 : null,
    approved_number: state === "approved" ? 1 : null,
    submitted_at: handedIn ? submittedAt : null,
    approved_at: state === "approved" ? decidedAt : null,
  });
  if (handedIn) rows.versions.push(versionRow(place, year, data, state, { submittedAt, decidedAt, by: fillerOf(school.id), desk: countyDesk(county) }));
  if (stage === "played" && state !== "untouched") {
    const drafted = state === "open" ? partOf(data, school.id, random) : data;
    for (const [section, values] of Object.entries(drafted))
      if (values) rows.sections.push({ ...place, section, data: values, updated_by: fillerOf(school.id), updated_at: submittedAt });
  }
  if (state === "returned") rows.comments.push(...commentsOn(place, data, { author: countyDesk(county), at: decidedAt, random }));
  if (state === "approved") rows.facts.push({ ...toFactRow({ schoolId: school.id, year, divisionCode: county, number: 1 }, toSchoolFacts(school, data), toItemFacts(data)) });
}

type Signed = { submittedAt: string; decidedAt: string; by: string; desk: string };

function versionRow(place: Row, year: number, data: FilingData, state: State, { submittedAt, decidedAt, by, desk }: Signed): Row {
  const decided = state === "approved" || state === "returned";
  return {
    ...place,
    number: 1,
    year,
    data,
    submitted_by: by,
    submitted_at: submittedAt,
    decision: state === "approved" ? "approved" : state === "returned" ? "returned" : "pending",
    decided_by: decided ? desk : null,
    decided_at: decided ? decidedAt : null,
    opinion: state === "approved" ? "数据与统计报表一致，同意。" : state === "returned" ? "请按意见核对后重新提交。" : null,
  };
}
