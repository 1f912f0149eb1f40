import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import { getPlace, type Place } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { listEvidence, type EvidenceFile } from "@/lib/evidence/list-evidence";
import { standingAt } from "@/lib/evidence/standing";
import { dayOf } from "@/lib/time";
import { provinceOf } from "./find-plan";

export type SupportView = { code: string; name: string; city: string; year: number; kinds: string[]; given: string; verdict: boolean | null; version: number };
export type EventView = { id: string; heldOn: string; title: string; place: string; content: string; version: number; evidence: EvidenceFile[] };
export type SupportPage = { place: Place; supported: SupportView[]; events: EventView[]; counties: { code: string; label: string }[]; manages: boolean };

/** What /d/[code]/plan/support shows: a province's list and events; below it, the own counties and what the province holds for all. */
export async function loadSupport(actor: Actor, code: string): Promise<SupportPage> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    if (place.level === "nation") throw notFoundError();
    const province = provinceOf(code);
    const [low, high] = codeRange(code);
    const supported = await tx.$queryRaw<SupportView[]>`
      SELECT d.code, d.name, c.name AS city, s.year, s.kinds, s.given, s.version,
        (SELECT r.verdict FROM county_results r WHERE r.division_code = d.code AND r.expected > 0 AND r.reported >= r.expected ORDER BY r.year DESC LIMIT 1) AS verdict
      FROM support_counties s JOIN divisions d ON d.code = s.division_code JOIN divisions c ON c.code = left(d.code, 4)
      WHERE s.retired_at IS NULL AND s.division_code COLLATE "C" >= ${low} AND s.division_code COLLATE "C" < ${high} ORDER BY s.year DESC, d.code`;
    const events = await tx.observationEvent.findMany({ where: { divisionCode: province, retiredAt: null }, orderBy: { heldOn: "desc" } });
    const evidence = can(actor, "evidence.read") ? standingAt(await listEvidence(tx, actor, "observation_event", { startsWith: `${province}/` })) : [];
    const manages = can(actor, "plan.lock") && actor.office.divisionCode === code;
    return {
      place, supported, manages,
      events: events.map((event) => ({ id: event.id, heldOn: dayOf(event.heldOn), title: event.title, place: event.place, content: event.content, version: event.version, evidence: evidence.filter((file) => file.entityId === `${province}/${event.id}`) })),
      counties: manages ? await tx.$queryRaw<{ code: string; label: string }[]>`
        SELECT d.code, c.name || ' ' || d.name AS label FROM divisions d JOIN divisions c ON c.code = left(d.code, 4)
        WHERE d.level = 'county' AND d.valid_to IS NULL AND d.code COLLATE "C" >= ${low} AND d.code COLLATE "C" < ${high} ORDER BY d.code COLLATE "C"` : [],
    };
  });
}
