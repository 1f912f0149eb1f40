import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { childLength, codeRange, within } from "@/lib/divisions/codes";
import { getPlace } from "@/lib/divisions/get-place";
import { placeNames } from "@/lib/divisions/place-names";
import { notFoundError } from "@/lib/errors";
import { listEvidence } from "@/lib/evidence/list-evidence";
import { standingAt } from "@/lib/evidence/standing";
import { shanghaiDay } from "@/lib/time";
import { directiveRole, findDirective, toDirective } from "./find-directive";
import { groundsOf } from "./grounds";
import { readStanding } from "./read-standing";
import { DIRECTIVE_ACT_KEYS, isDirectiveLate, refuseDirectiveAct } from "./rules";

const NEWEST = 300;

/** Directives addressed to a place and all below it, what waits first. Three queries. */
export async function listDirectives(tx: Tx, code: string) {
  const [low, high] = codeRange(code);
  const rows = (await tx.directive.findMany({ where: { divisionCode: { gte: low, lt: high } }, orderBy: [{ sentAt: "desc" }, { id: "asc" }], take: NEWEST })).map(toDirective);
  const nameOf = await placeNames(tx, code, rows.map((row) => row.divisionCode));
  const today = shanghaiDay(new Date());
  const order = { sent: 0, held: 0, replied: 1, closed: 2, withdrawn: 3 };
  return rows.map((row) => ({ ...row, place: nameOf(row.divisionCode), late: isDirectiveLate(row, today) })).sort((a, b) => order[a.state] - order[b.state]);
}
export type DirectiveItem = Awaited<ReturnType<typeof listDirectives>>[number];

/** What /d/[code]/directives shows. */
export async function loadDirectives(actor: Actor, code: string) {
  return withScope(scopeOf(actor), async (tx) => ({ place: await getPlace(tx, actor, code), directives: await listDirectives(tx, code), sends: actor.office.divisionCode === code && can(actor, "directive.send") }));
}
export type DirectivesView = Awaited<ReturnType<typeof loadDirectives>>;

/** One directive with what the reader may do now. */
export async function loadDirective(actor: Actor, code: string, id: string) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const directive = await findDirective(tx, id);
    if (!within(directive.divisionCode, code)) throw notFoundError();
    const role = directiveRole(actor, directive);
    const acts = DIRECTIVE_ACT_KEYS.filter((act) => refuseDirectiveAct(directive.kind, directive.state, act, role) === null);
    const nameOf = await placeNames(tx, code, [directive.divisionCode]);
    return {
      place, directive, acts, addressed: nameOf(directive.divisionCode), late: isDirectiveLate(directive, shanghaiDay(new Date())),
      evidence: standingAt(await listEvidence(tx, actor, "directive", { is: id })), mayAttach: role === "addressed" && acts.includes("reply") && can(actor, "evidence.edit"),
    };
  });
}
export type DirectiveView = Awaited<ReturnType<typeof loadDirective>>;

/** The form: whom, and what the data of the chosen place give as a reason. */
export async function loadDirectiveDraft(actor: Actor, code: string, to: string) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    if (actor.office.divisionCode !== code || place.level === "county") throw notFoundError();
    const [low, high] = codeRange(code);
    const targets = await tx.$queryRaw<{ code: string; name: string }[]>`SELECT code, name FROM divisions WHERE code <> ${code} AND valid_to IS NULL AND code COLLATE "C" >= ${low} AND code COLLATE "C" < ${high} AND (length(code) = ${childLength(place.level)}::int OR (length(code) = 6 AND ${place.level !== "nation"})) ORDER BY code COLLATE "C" LIMIT 400`;
    const target = targets.find((one) => one.code === to) ?? null;
    return { place, targets, target, dueOn: shanghaiDay(new Date(Date.now() + 30 * 86_400_000)), grounds: target ? groundsOf(await readStanding(tx, target.code)) : [] };
  });
}
export type DirectiveDraft = Awaited<ReturnType<typeof loadDirectiveDraft>>;
