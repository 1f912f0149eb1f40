/** What makes two counties alike: their size, how many of their pupils are in towns' schools of the 城区, and how many small schools they have. Pure. */
export type Features = { code: string; name: string; pupils: number; urban: number; small: number };
export type Similar = Features & { distance: number; words: string };

/** Each counts one: twice the size, 25 points of urban share, ten small schools. */
export const URBAN = 0.25;
export const SMALL = 10;

export const DISTANCE_RULE = "规模相差一倍、城区在校生占比相差 25 个百分点、不足 100 人的学校相差 10 所，各计 1；三项相加越小越相近。";

/** The distance of two counties; 0 for equal ones, the same in both directions. */
export function distanceOf(a: Features, b: Features): number {
  return Math.abs(Math.log2(a.pupils / b.pupils)) + Math.abs(a.urban - b.urban) / URBAN + Math.abs(a.small - b.small) / SMALL;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}`;

/** The three differences in words, from the county that is compared to the other one. */
export function differenceText(own: Features, other: Features): string {
  const size = other.pupils / own.pupils - 1;
  const points = (other.urban - own.urban) * 100;
  const small = other.small - own.small;
  const much = (by: number, text: string, more: string, less: string) => (Number(text) === 0 ? "相同" : `${by > 0 ? more : less} ${text}`);
  return [
    `在校生${much(size, percent(Math.abs(size)), "多", "少")}${Number(percent(Math.abs(size))) === 0 ? "" : "%"}`,
    `城区占比${much(points, Math.abs(points).toFixed(1), "高", "低")}${Number(Math.abs(points).toFixed(1)) === 0 ? "" : " 个百分点"}`,
    `小规模学校${much(small, String(Math.abs(small)), "多", "少")}${small === 0 ? "" : " 所"}`,
  ].join("，");
}

/** The counties most like one, nearest first, equal ones in the order of codes; those without pupils on record are none. */
export function similarTo(own: Features, others: readonly Features[], count: number): Similar[] {
  if (own.pupils <= 0) return [];
  return others.filter(({ code, pupils }) => code !== own.code && pupils > 0)
    .map((other) => ({ ...other, distance: distanceOf(own, other), words: differenceText(own, other) }))
    .sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1)).slice(0, count);
}
