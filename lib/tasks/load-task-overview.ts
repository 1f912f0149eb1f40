import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import { chooseYear, getPlace, type Place } from "@/lib/divisions/get-place";
import { countDocuments, type IssuedCount } from "@/lib/policy-documents/list-documents";
import { listTaskTotals, type TaskTotals } from "./list-task-totals";

export type TemplateView = { id: string; divisionCode: string; level: string; group: string; number: number; title: string; requirement: string; quantityTarget: string | null; quantityUnit: string | null; dueMonth: number; firstYear: number; lastYear: number | null; own: boolean };
export type TaskOverview = { place: Place; year: number | null; totals: TaskTotals[]; templates: TemplateView[]; documents: IssuedCount[]; publishes: boolean };

/** What /d/[code]/tasks of the nation, a province or a city shows. */
export async function loadTaskOverview(actor: Actor, code: string, asked: number | undefined): Promise<TaskOverview> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const year = chooseYear(place, asked ?? place.years[0]?.year);
    const [low, high] = codeRange(code);
    const rows = await tx.taskTemplate.findMany({
      where: { kind: "province", OR: [{ divisionCode: code }, { divisionCode: code.slice(0, 2) }] },
      orderBy: [{ divisionCode: "asc" }, { group: "asc" }, { number: "asc" }],
      select: { id: true, divisionCode: true, level: true, group: true, number: true, title: true, requirement: true, quantityTarget: true, quantityUnit: true, dueMonth: true, firstYear: true, lastYear: true },
    });
    return {
      place, year,
      totals: year === null ? [] : await listTaskTotals(tx, code, place.level, year),
      templates: rows.map((row) => ({ ...row, quantityTarget: row.quantityTarget?.toString() ?? null, own: row.divisionCode === actor.office.divisionCode })),
      documents: place.level === "city" ? await countDocuments(tx, { low, high }) : [],
      publishes: can(actor, "task-template.manage") && actor.office.divisionCode === code,
    };
  });
}
