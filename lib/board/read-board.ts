import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { chooseYear, getPlace } from "@/lib/divisions/get-place";
import { areaFinding, countyFinding } from "@/lib/findings/headline";
import { isReported, type CountyStandingRow } from "@/lib/results/list-county-standings";
import { loadAreaOverview } from "@/lib/results/load-area-overview";
import { loadCountyOverview } from "@/lib/results/load-county-overview";
import { loadNationOverview } from "@/lib/results/load-nation-overview";
import { dateTimeText } from "@/lib/time";
import { areaBoard, countyBoard, type ChildStanding } from "./build-board";
import type { BoardView } from "./schema";

const NO_WORK = { tasks: null, ledger: null };

function grouped(rows: readonly CountyStandingRow[], level: "province" | "city"): ChildStanding[] {
  const groups = new Map<string, ChildStanding>();
  for (const row of rows) {
    const [code, name] = level === "province" ? [row.cityCode, row.city] : [row.code, row.name];
    const own = groups.get(code) ?? { name, counties: 0, reported: 0, compliant: 0 };
    groups.set(code, { name, counties: own.counties + 1, reported: own.reported + Number(isReported(row)), compliant: own.compliant + Number(row.verdict === true) });
  }
  return [...groups.values()];
}

/** What the wall screen of a place shows now: its newest whole year; null where nothing was filed. */
export async function readBoard(tx: Tx, actor: Actor, code: string): Promise<{ name: string; view: BoardView | null }> {
  const place = await getPlace(tx, actor, code);
  const year = chooseYear(place, undefined);
  if (year === null) return { name: place.name, view: null };
  const said = { place: place.name, year, at: dateTimeText(new Date()) };
  if (place.level === "county") {
    const { result, findings, work } = await loadCountyOverview(tx, actor, place, year, "approved");
    return { name: place.name, view: countyBoard({ ...said, headline: countyFinding(place.name, result, year), findings, result, work }) };
  }
  if (place.level === "nation") {
    const { now, findings, provinces, recognised } = await loadNationOverview(tx, place, year);
    const children = provinces.map((province) => { const own = province.years.find((one) => one.year === year); return { name: province.name, counties: province.counties, reported: own?.reported ?? 0, compliant: own?.compliant ?? 0 }; });
    return { name: place.name, view: areaBoard({ ...said, headline: areaFinding(place.name, [now], year), findings, now, recognised, children, childName: "各省", work: NO_WORK }) };
  }
  const { now, findings, counties, work, recognised } = await loadAreaOverview(tx, place, place.level, year);
  return { name: place.name, view: areaBoard({ ...said, headline: areaFinding(place.name, [now], year), findings, now, recognised, children: grouped(counties, place.level), childName: place.level === "province" ? "各市" : "各县", work }) };
}
