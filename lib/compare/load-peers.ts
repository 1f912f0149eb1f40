import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";
import { chooseYear, getPlace } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { getCountyResults } from "@/lib/results/get-county-results";
import { getFeatures } from "./get-features";
import { listPublished } from "./list-published";
import { listPublishedFigures } from "./list-published-figures";
import { ownFigures } from "./own-figures";
import type { PublishedCounty, PublishedFigures } from "./published";
import { withAdded } from "./selection";
import { similarTo, type Similar } from "./similar";

const AT_FIRST = 3;
const SIMILAR = 5;

export type Peer = PublishedCounty & { figures: PublishedFigures };

/** What /d/[code]/compare/counties shows: a county beside counties whose figures are published, and nothing else of theirs. One transaction. */
export async function loadPeers(actor: Actor, code: string, askedYear: number | undefined, asked: { chosen: string[]; add: string }) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    if (place.level !== "county") throw notFoundError();
    const year = chooseYear(place, askedYear);
    if (year === null) return { place, year, kind: "empty" as const };
    const result = await getCountyResults(tx, code, year);
    const [features] = await getFeatures(tx, [code], year);
    const { count, named, near, names } = await listPublished(tx, { code, own: features ?? null, ...asked });
    const bySource = new Map([...near, ...named].map((one) => [one.code, one]));
    const similar = features ? similarTo(features, near, SIMILAR).flatMap((one): (Similar & PublishedCounty)[] => { const source = bySource.get(one.code); return source ? [{ ...source, ...one }] : []; }) : [];
    const first = asked.chosen.length === 0 && asked.add === "";
    const { chosen, refusal } = withAdded(first ? similar.slice(0, AT_FIRST).map((one) => one.code) : asked.chosen, asked.add, [...bySource.values()].map((one) => ({ key: one.code, name: one.name })), "已公布的县级单位");
    const figures = await listPublishedFigures(tx, chosen);
    const peers = chosen.flatMap((key): Peer[] => { const [source, own] = [bySource.get(key), figures.get(key)]; return source && own ? [{ ...source, figures: own }] : []; });
    return { place, year, kind: "peers" as const, own: { features: features ?? null, figures: result ? ownFigures(result) : null }, peers, similar, published: count, options: names.map((name) => ({ name })), refusal };
  });
}
export type PeersView = Extract<Awaited<ReturnType<typeof loadPeers>>, { kind: "peers" }>;
