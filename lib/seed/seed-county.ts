import type { ClientBase } from "pg";
import { recomputeCounty } from "@/lib/results/recompute-county";
import { profileAt, type CountyProfile } from "./counties";
import { countyFactRows, sizeOf } from "./county-facts";
import { filingDataOf } from "./facts";
import { figuresOf } from "./figures";
import { addFiling, files, noRows } from "./filings";
import { actAs, insertRows, type Row } from "./insert";
import { prng } from "./prng";
import { schoolsOf, type SeedSchool } from "./schools";

export type SeedCountyInput = {
  /** A county that is among the divisions. */
  code: string;
  years: number[];
  schools: number;
  profile?: CountyProfile;
  /** Years that are still being filed: with the whole play of states, or with a roster only. All others are approved. */
  open?: { year: number; play: "played" | "roster" };
  /** Writes the approved facts of county items, too. */
  countyItems?: boolean;
};

export type SeededCounty = { schools: number; filings: number; approvedYears: number[] };

const schoolRow = (code: string, school: SeedSchool): Row => ({
  id: school.id,
  code: school.code,
  name: school.name,
  pinyin: school.pinyin,
  kind: school.kind,
  operator_type: school.operatorType,
  area_type: school.areaType,
  boarding: school.boarding,
  built_year: school.builtYear,
  division_code: code,
  parent_school_id: school.parentId,
  opened_on: `${school.builtYear}-09-01`,
  counted: true,
  demo: true,
});

const yearRow = (code: string, year: number, open: boolean): Row => ({
  division_code: code,
  year,
  opens_on: `${year}-10-08`,
  closes_on: `${year}-12-15`,
  roster_frozen_at: `${year}-10-08T00:00:00Z`,
  completed_at: open ? null : `${year}-12-20T02:00:00Z`,
});

/** One county, whole: register, roster, filings of the years, county items and the results computed from them. The caller holds the transaction. */
export async function seedCounty(client: ClientBase, input: SeedCountyInput): Promise<SeededCounty> {
  const { code, years, open, countyItems = true } = input;
  const profile = input.profile ?? profileAt(0.4, prng(`profile:${code}`));
  await actAs(client, code);
  const schools = schoolsOf(code, input.schools, profile);
  // A branch names its 中心校 by a foreign key that is checked at the end of the statement, so order does not matter within one.
  await insertRows(client, "schools", schools.map((school) => schoolRow(code, school)));
  const rows = noRows();
  const items: Row[] = [];
  for (const year of years) {
    const stage = open?.year === year ? open.play : "closed";
    const figures = figuresOf(code, schools, profile, year);
    for (const one of figures) if (files(one.school)) addFiling(rows, code, one.school, year, filingDataOf(one, profile, year), stage);
    if (countyItems && stage !== "roster") items.push(...countyFactRows({ code, profile }, year, sizeOf(figures)));
  }
  await insertRows(client, "filing_years", years.map((year) => yearRow(code, year, open?.year === year)));
  await insertRows(client, "filings", rows.filings);
  await insertRows(client, "filing_versions", rows.versions);
  await insertRows(client, "filing_sections", rows.sections);
  await insertRows(client, "filing_comments", rows.comments);
  await insertRows(client, "school_facts", rows.facts);
  await insertRows(client, "county_facts", items);
  const approvedYears = years.filter((year) => rows.facts.some((row) => row.year === year));
  for (const year of approvedYears) await recomputeCounty(client, code, year);
  return { schools: schools.length, filings: rows.filings.length, approvedYears };
}
