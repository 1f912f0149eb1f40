import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope } from "@/lib/db/with-scope";
import { getPlace } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { dayOf, shanghaiDay } from "@/lib/time";

/** The functional zones of a province with what they rest on; those of the reference data have no row of their own. */
export async function loadZones(actor: Actor, code: string) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    if (place.level !== "province") throw notFoundError();
    const divisions = await tx.division.findMany({ where: { code: { startsWith: code }, kind: "functional_zone" }, orderBy: { code: "asc" }, select: { code: true, name: true, path: true, validTo: true } });
    const zones = new Map((await tx.zone.findMany({ where: { divisionCode: { startsWith: code } } })).map((zone) => [zone.divisionCode, zone]));
    return {
      place, today: shanghaiDay(new Date()), manages: actor.office.divisionCode === code && can(actor, "zone.manage"),
      zones: divisions.map((division) => { const zone = zones.get(division.code); return { code: division.code, name: division.name, path: division.path, ended: division.validTo ? dayOf(division.validTo) : null, basis: zone?.basis ?? null, approvedOn: zone ? dayOf(zone.approvedOn) : null, version: zone?.version ?? 0 }; }),
    };
  });
}
export type ZonesView = Awaited<ReturnType<typeof loadZones>>;
