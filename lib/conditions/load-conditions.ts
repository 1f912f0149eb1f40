import { z } from "zod";
import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope } from "@/lib/db/with-scope";
import { chooseYear, getPlace, type Place } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { storedItemFacts } from "@/lib/items/schema";
import { schoolKindOf, stagesOf } from "@/lib/standard/school-kinds";
import { rollUp, type Conditions, type SchoolCondition } from "./rollup";

export type PlanRow = { schoolId: string; kind: string; plannedYear: number; measure: string; version: number };
export type ConditionsView = { place: Place; year: number | null; conditions: Conditions | null; expected: number; plans: PlanRow[]; manages: boolean };

const more = storedItemFacts.pick({ classes: true, safety: true, counsellors: true, boarding: true, interactiveRooms: true });
const count = z.number().nullable();
const rowShape = z.object({ schoolId: z.string(), name: z.string(), kind: z.string(), operatorType: count, areaType: z.string().nullable(), primaryStudents: count, juniorStudents: count, more });
const PRIVATE = 10;

function toCondition(row: z.infer<typeof rowShape>): SchoolCondition {
  const kind = schoolKindOf(row.kind);
  const { classes, safety, counsellors, boarding, interactiveRooms } = row.more;
  return {
    id: row.schoolId, name: row.name, combined: kind !== null && stagesOf(kind).length > 1, rural: row.areaType === "rural", private: row.operatorType === PRIVATE, boarding,
    students: { primary: row.primaryStudents, junior: row.juniorStudents }, classes, safety, counsellors, interactiveRooms: interactiveRooms ?? null,
  };
}

/** What /d/[code]/conditions of a county shows: approved facts only. Queries constant in the number of schools. */
export async function loadConditions(actor: Actor, code: string, asked: number | undefined): Promise<ConditionsView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    if (place.level !== "county") throw notFoundError();
    const year = chooseYear(place, asked);
    if (year === null) return { place, year, conditions: null, expected: 0, plans: [], manages: false };
    const rows = await tx.schoolFact.findMany({
      where: { divisionCode: code, year }, orderBy: { code: "asc" },
      select: { schoolId: true, name: true, kind: true, operatorType: true, areaType: true, primaryStudents: true, juniorStudents: true, more: true },
    });
    const plans = await tx.eliminationPlan.findMany({ where: { divisionCode: code }, select: { schoolId: true, kind: true, plannedYear: true, measure: true, version: true } });
    const expected = await tx.filing.count({ where: { divisionCode: code, year } });
    const manages = can(actor, "task.manage") && actor.office.divisionCode === code;
    return { place, year, conditions: rows.length === 0 ? null : rollUp(z.array(rowShape).parse(rows).map(toCondition)), expected, plans, manages };
  });
}
