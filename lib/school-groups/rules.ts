/** 城乡学校共同体, 教育集团, 学区: dated members and one lead school. Pure. seed: X6, C5. */
export const GROUP_KINDS = ["community", "conglomerate", "zone"] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];
export const GROUP_KIND_NAME: Record<GroupKind, string> = { community: "城乡学校共同体", conglomerate: "教育集团", zone: "学区" };
export const isGroupKind = (text: string): text is GroupKind => GROUP_KINDS.some((kind) => kind === text);

/** A time in a group, days YYYY-MM-DD; `leftOn` is the first day outside, null while it lasts. */
export type Span = { joinedOn: string; leftOn: string | null };
const before = (day: string, end: string | null): boolean => end === null || day < end;
/** A span that ends on the day it begins holds nothing. */
const holds = ({ joinedOn, leftOn }: Span): boolean => before(joinedOn, leftOn);
export const overlap = (a: Span, b: Span): boolean => holds(a) && holds(b) && before(a.joinedOn, b.leftOn) && before(b.joinedOn, a.leftOn);
export const isIn = (span: Span, day: string): boolean => span.joinedOn <= day && before(day, span.leftOn);

export type Standing = Span & { groupId: string; group: string; kind: GroupKind };

/** Why a school may not join; a school stands in one 共同体 at a time, and in a group once. */
export function refuseJoin(target: { groupId: string; kind: GroupKind } & Span, standing: Standing[]): string | null {
  const clashes = standing.filter((one) => overlap(one, target));
  if (clashes.some((one) => one.groupId === target.groupId)) return "这所学校已在其中。";
  const other = target.kind === "community" ? clashes.find((one) => one.kind === "community") : undefined;
  return other ? `这所学校同期已在“${other.group}”，一所学校同时只能参加一个共同体；请先办理退出。` : null;
}

/** Why a member may not leave on this day: the lead school hands over first, and nobody leaves before joining. */
export function refuseLeave(member: Span & { lead: boolean }, leftOn: string): string | null {
  if (member.leftOn !== null) return "这所学校已经退出。";
  if (member.lead) return "牵头学校退出前，请先指定新的牵头学校。";
  return leftOn < member.joinedOn ? "退出日期不能早于加入日期。" : null;
}

/** 小规模学校: fewer than 100 pupils in the compulsory stages; null: not known. 教督〔2017〕6号 政府保障 6, seed: C5 */
export const SMALL_SCHOOL = 100;
export const isSmall = (pupils: number | null): boolean | null => (pupils === null ? null : pupils < SMALL_SCHOOL);
