import { z } from "zod";
import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { asQuery } from "@/lib/db/query";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { notFoundError } from "@/lib/errors";
import { isFilingState } from "@/lib/filings/states";
import { judgeSchool } from "@/lib/items/judge-school";
import type { SchoolItem } from "@/lib/items/verdicts";
import { itemRules } from "@/lib/items/rules";
import { getStandard } from "@/lib/results/get-standard";
import { listSchoolSections } from "@/lib/results/list-sections";
import { fromFactRow } from "@/lib/results/school-fact-row";
import { readFactRow } from "@/lib/results/read-fact-row";
import { NATIONAL_STANDARD } from "@/lib/standard/in-force";
import { getSchool } from "./get-school";

const row = z.object({ year: z.number(), state: z.string() });

/** A school with the approved results of a year and how its filing stands, within a transaction. */
export async function readSchool(tx: Tx, actor: Actor, id: string, asked: number | undefined) {
  const school = await getSchool(tx, id);
  const filings = (await tx.filing.findMany({ where: { schoolId: id }, orderBy: { year: "desc" }, select: { year: true, state: true } })).map((entry) => row.parse(entry));
  const approved = filings.find((filing) => ["approved", "correcting", "resubmitted"].includes(filing.state));
  if (asked !== undefined && !filings.some((filing) => filing.year === asked)) throw notFoundError();
  const year = asked ?? approved?.year ?? filings[0]?.year ?? null;
  const latest = filings[0];
  const facts = year === null ? null : await readFactRow(tx, id, year);
  const standard = year === null ? NATIONAL_STANDARD : await getStandard(asQuery(tx), school.divisionCode, year);
  const items: SchoolItem[] = facts && year !== null ? judgeSchool({ facts: fromFactRow(facts), more: facts.more }, itemRules(standard.readings, year)) : [];
  return {
    school,
    mayRead: can(actor, "filing.read"),
    mayFill: can(actor, "filing.edit"),
    year,
    years: filings.map((filing) => ({ year: filing.year, complete: filing.state === "approved" })),
    state: filings.find((filing) => filing.year === year)?.state ?? null,
    current: latest && isFilingState(latest.state) ? { year: latest.year, state: latest.state } : null,
    sections: year === null ? [] : await listSchoolSections(tx, id, year),
    items,
    standard,
  };
}

/** What the pages of a school need of it and its year. */
export const loadSchool = (actor: Actor, id: string, asked: number | undefined) => withScope(scopeOf(actor), (tx) => readSchool(tx, actor, id, asked));
