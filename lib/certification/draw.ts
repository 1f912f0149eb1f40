/** Schools drawn at random for a visit: the same seed and list draw the same schools on any machine, so that anyone can check it. Pure. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  // Mixed once more: a last character alone would leave neighbours close together.
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** The `count` codes with the lowest number that the seed gives them, in the order of codes; the order of the list does not matter. */
export function drawSchools(seed: string, codes: readonly string[], count: number): string[] {
  const ranked = [...new Set(codes)].map((code) => ({ code, rank: hash(`${seed}:${code}`) })).sort((a, b) => a.rank - b.rank || (a.code < b.code ? -1 : 1));
  return ranked.slice(0, count).map(({ code }) => code).sort();
}
