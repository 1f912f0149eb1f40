import type { Addition, Move } from "./plan-types";
import type { Rotation } from "./rotation-program";
import type { Corps } from "./rotation-model";

type Open = { code: string; count: number };

/** Who goes where: first within a 共同体, then in the order of codes; who is still awaited is hired. */
export function pairMoves(corps: readonly Corps[], rotation: Rotation, groups: ReadonlyMap<string, string>, nameOf: (code: string) => string): { moves: Move[]; hires: Addition[] } {
  const moves: Move[] = [];
  const hires: Addition[] = [];
  for (const [at, { key, stage, codes }] of corps.entries()) {
    const open = (counts: Float64Array | undefined): Open[] => codes.flatMap((code, i) => ((counts?.[i] ?? 0) > 0 ? [{ code, count: counts?.[i] ?? 0 }] : []));
    const [givers, takers] = [open(rotation.leaves[at]), open(rotation.comes[at])];
    const pair = (fits: (from: string, to: string) => boolean) => {
      for (const taker of takers) {
        for (const giver of givers) {
          const count = Math.min(giver.count, taker.count);
          if (count === 0 || !fits(giver.code, taker.code)) continue;
          moves.push({ from: giver.code, to: taker.code, stage, indicator: key, count });
          giver.count -= count;
          taker.count -= count;
        }
      }
    };
    pair((from, to) => groups.get(from) !== undefined && groups.get(from) === groups.get(to));
    pair(() => true);
    for (const { code, count } of takers) if (count > 0) hires.push({ school: nameOf(code), code, stage, indicator: key, amount: count });
  }
  return { moves: merged(moves), hires };
}

/** Two lots between the same schools are one. */
function merged(moves: readonly Move[]): Move[] {
  const found = new Map<string, Move>();
  for (const move of moves) {
    const name = [move.from, move.to, move.stage, move.indicator].join();
    const known = found.get(name);
    found.set(name, known ? { ...known, count: known.count + move.count } : move);
  }
  return [...found.values()];
}
