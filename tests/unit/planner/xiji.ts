import { toSchoolFacts } from "@/lib/filings/facts";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { demoCounties } from "@/lib/seed/counties";
import { filingDataOf } from "@/lib/seed/facts";
import { figuresOf } from "@/lib/seed/figures";
import { files } from "@/lib/seed/filings";
import { schoolsOf } from "@/lib/seed/schools";

/** 西吉县's demonstration data of a year, as the seed makes it. */
export async function xijiFacts(year: number): Promise<SchoolFacts[]> {
  const county = (await demoCounties()).find(({ code }) => code === "640422");
  if (!county) throw new Error("no 640422 among the demonstration counties");
  return figuresOf(county.code, schoolsOf(county.code, county.schools, county.profile), county.profile, year)
    .filter(({ school }) => files(school))
    .map((figures) => toSchoolFacts(figures.school, filingDataOf(figures, county.profile, year)));
}
