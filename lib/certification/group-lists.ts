import type { PublicRow } from "./public-lists";

export type PublicList = { list: string; kind: PublicRow["kind"]; title: string; documentNumber: string; publishedOn: string; demo: boolean; count: number; provinces: { code: string; name: string; counties: string[] }[] };
export type ProvinceLine = { code: string; name: string; recognised: number; pioneer: number };
export const KIND_NAME: Record<PublicRow["kind"], string> = { recognised: "全国义务教育优质均衡发展县", pioneer: "义务教育优质均衡先行创建县" };

const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);

/** Published rows as lists, the newest first, each by province in the order of codes. Pure. */
export function groupLists(rows: readonly PublicRow[]): PublicList[] {
  const lists = [...new Set(rows.map(({ list }) => list))].flatMap((key): PublicList[] => {
    const own = rows.filter(({ list }) => list === key);
    const [first] = own;
    if (!first) return [];
    const provinces = [...new Map(own.map((row) => [row.province_code, row.province])).entries()].map(([code, name]) => ({ code, name, counties: own.filter((row) => row.province_code === code).sort((a, b) => (a.county_code < b.county_code ? -1 : 1)).map(({ county }) => county) })).sort(byCode);
    return [{ list: key, kind: first.kind, title: first.title, documentNumber: first.document_number, publishedOn: first.published_on, demo: own.some(({ demo }) => demo), count: own.length, provinces }];
  });
  return lists.sort((a, b) => (a.publishedOn === b.publishedOn ? (a.list < b.list ? -1 : 1) : a.publishedOn < b.publishedOn ? 1 : -1));
}

/** Provinces that have somebody on a list, in the order of their codes: no ranking, and nobody with nothing. Pure. */
export function provinceLines(rows: readonly PublicRow[]): ProvinceLine[] {
  const lines = [...new Map(rows.map((row) => [row.province_code, row.province])).entries()].map(([code, name]) => {
    const of = (kind: PublicRow["kind"]) => new Set(rows.filter((row) => row.province_code === code && row.kind === kind).map(({ county_code }) => county_code)).size;
    return { code, name, recognised: of("recognised"), pioneer: of("pioneer") };
  });
  return lines.sort(byCode);
}
