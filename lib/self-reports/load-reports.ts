import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { withScope } from "@/lib/db/with-scope";
import { chooseYear, type Place } from "@/lib/divisions/get-place";
import { listReports, type ReportView } from "./list-reports";
import { mergeReports, type MergedSection } from "./rules";
import { EMPTY_SECTIONS, storedSnapshot } from "./schema";

export type ReportsView = {
  place: Place; year: number | null; reports: ReportView[]; own: ReportView | null; manages: boolean;
  county: { opening: string; conclusion: string; filedAt: Date | null; version: number; merged: MergedSection[] };
};

/** What /d/[code]/reports of a county shows: to the bureau all units and the merged report, to a unit its own, above what was filed. */
export async function loadReports(actor: Actor, code: string, asked: number | undefined): Promise<ReportsView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getOwnPlace(tx, actor, code);
    const year = chooseYear(place, asked ?? place.years[0]?.year);
    const manages = can(actor, "task.manage") && actor.office.divisionCode === code;
    const nothing = { opening: "", conclusion: "", filedAt: null, version: 0, merged: [] };
    if (year === null) return { place, year, reports: [], own: null, manages, county: nothing };
    const inside = actor.office.divisionCode === code;
    const all = inside ? await listReports(tx, code, year) : [];
    // What a unit has not handed in is the unit's alone: it does not leave the server for anybody else.
    const reports = all.map((report) => (report.unitId === actor.office.unitId || report.state === "submitted" || report.state === "accepted" ? report : { ...report, sections: EMPTY_SECTIONS }));
    const row = await tx.countyReport.findUnique({ where: { divisionCode_year: { divisionCode: code, year } }, select: { opening: true, conclusion: true, filedAt: true, version: true, snapshot: true } });
    const merged = row?.filedAt ? storedSnapshot.parse(row.snapshot) : mergeReports(reports);
    return { place, year, reports, own: reports.find((report) => report.unitId === actor.office.unitId) ?? null, manages, county: row ? { opening: row.opening, conclusion: row.conclusion, filedAt: row.filedAt, version: row.version, merged } : { ...nothing, merged } };
  });
}
