import type { Actor, Office } from "@/lib/access/actor";
import { scopeOf } from "@/lib/access/actor";
import { draftDecision } from "@/lib/certification/draft-decision";
import { findCase } from "@/lib/certification/find-case";
import { giveOpinions } from "@/lib/certification/give-opinions";
import { moveDecision } from "@/lib/certification/move-decision";
import { REVIEW_ITEMS, isVeto } from "@/lib/certification/review-items";
import { fingerprintOf, readSubmittable, takeSnapshot } from "@/lib/certification/take-snapshot";
import { withScope, type Tx } from "@/lib/db/with-scope";
import type { Duty } from "@/lib/access/duties";
import { dutyAccount } from "@/lib/seed/certification-accounts";
import { answerClock, medianOf, ratioLine, type Line } from "./measure";
import { cookieOf } from "./sign-in";

/** 登封 in 市级复核, as the demonstration has it. */
const COUNTY = "410185";
const CITY = "4101";
const CASE = `c${COUNTY}-2026`;
const RUNS = 15;
const LIMIT = 5;

class Undo extends Error {}

function person(duty: Duty, divisionCode: string, level: Office["level"], office: Office["office"]): Actor {
  const held: Office = { id: "bench", office, level, divisionCode, divisionName: "演示", schoolId: null, schoolName: null, unitId: null, unitName: null, unitKind: null, schoolIds: [], duties: [duty] };
  const userId = `u-${dutyAccount(duty, divisionCode)}`;
  return { userId, username: userId, displayName: userId, mustChangePassword: false, demo: true, office: held, offices: [held] };
}

/** Milliseconds of an act in one transaction, undone afterwards. */
const timeOf = (actor: Actor, act: (tx: Tx) => Promise<unknown>): Promise<number> =>
  medianOf(RUNS, () => withScope(scopeOf(actor), async (tx) => {
    await act(tx);
    throw new Undo();
  }).catch((error: unknown) => { if (!(error instanceof Undo)) throw error; }));

/** The item review and the state changes of a recognition against an empty page with a session. Leaves nothing behind. */
export async function benchCertification(base: string): Promise<Line[]> {
  const [handler, reviewer, signer] = [person("handler", CITY, "city", "supervision"), person("reviewer", CITY, "city", "supervision"), person("signer", CITY, "city", "supervision")];
  const county = person("signer", COUNTY, "county", "government");
  const time = answerClock(base, await cookieOf(base, dutyAccount("handler", CITY)), RUNS);
  const page = await time("/password");
  const drafted = (tx: Tx) => findCase(tx, CASE).then(({ version }) => draftDecision(tx, handler, { caseId: CASE, version, outcome: "return", opinion: "演示", mendBy: null }));
  const signed = async (tx: Tx) => {
    const { value } = await drafted(tx);
    await moveDecision(tx, reviewer, { decisionId: value.id, version: 1, act: "check", reason: "", documentNumber: null, publishedOn: null });
    await moveDecision(tx, signer, { decisionId: value.id, version: 2, act: "sign", reason: "", documentNumber: "演示〔2026〕1号", publishedOn: null });
  };
  const given = async (tx: Tx) => {
    const known = new Map((await tx.certificationReview.findMany({ where: { caseId: CASE, round: 1, level: "city" }, select: { item: true, version: true } })).map(({ item, version }) => [item, version]));
    await giveOpinions(tx, handler, { caseId: CASE, opinions: REVIEW_ITEMS.map(({ key }) => ({ item: key, opinion: isVeto(key) ? "none" : "met", note: "演示", version: known.get(key) ?? 0 })) });
  };
  const basis = await withScope(scopeOf(county), async (tx) => fingerprintOf(await readSubmittable(tx, await findCase(tx, CASE))));
  return [
    ratioLine("页面：一个县的申报认定", await time(`/d/${COUNTY}/certification`), page, LIMIT),
    ratioLine("页面：逐项审核", await time(`/d/${COUNTY}/certification/review?group=government`), page, LIMIT),
    ratioLine("保存 38 项审核意见（对空页）", await timeOf(handler, given), page, LIMIT),
    ratioLine("拟稿（对空页）", await timeOf(handler, drafted), page, LIMIT),
    ratioLine("经办、审核、签发一件决定（对空页）", await timeOf(signer, signed), page, LIMIT),
    ratioLine("核对 96 所学校，拟稿报送（对空页）", await timeOf(county, async (tx) => fingerprintOf(await readSubmittable(tx, await findCase(tx, CASE)))), page, LIMIT),
    ratioLine("签发报送，存档 96 所学校的县（对空页）", await timeOf(county, async (tx) => takeSnapshot(tx, county, await findCase(tx, CASE), basis)), page, LIMIT),
  ];
}
