import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/access/actor";
import type { Duty } from "@/lib/access/duties";
import { loadAccount } from "@/lib/accounts/load-account";
import { setDuties } from "@/lib/accounts/set-duties";
import { STEPS_OF } from "@/lib/certification/batch-steps";
import { draftDecision } from "@/lib/certification/draft-decision";
import { loadCase } from "@/lib/certification/load-case";
import type { HandAct } from "@/lib/certification/machine";
import { moveDecision } from "@/lib/certification/move-decision";
import { openCase } from "@/lib/certification/open-case";
import { draftInput, handInput, openInput } from "@/lib/certification/schema";
import { prisma } from "@/lib/db/client";
import { actorOf } from "../helpers/actors";
import { acting, refusal } from "../helpers/cast";
import { openOwner, stageCounties, stagePerson } from "../helpers/owner";

/** Who is signed in: the session is the only thing that is not real here. */
const signedIn = vi.hoisted((): { actor: Actor | null } => ({ actor: null }));
vi.mock("@/lib/access/session", () => ({ currentActor: async () => signedIn.actor, currentSessionHash: async () => null }));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const COUNTY = "620111";
const BATCH = "t-duties";
const caseId = `c${COUNTY}-${BATCH}`;
const TABLES = ["certification_events", "certification_decisions", "certification_cases"];
const NAMES = ["du-a", "du-b", "du-c"] as const;
let owner: Client;
let [bureau, city]: string[] = [];
let people: string[] = [];

const clean = async () => {
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of TABLES) await owner.query(`DELETE FROM ${table} WHERE division_code = $1`, [COUNTY]);
};
const key = async (userId: string, membershipId: string) => {
  const { rows } = await owner.query<{ version: number }>("SELECT version FROM users WHERE id = $1", [userId]);
  return { userId, version: rows[0]?.version ?? 0, membershipId };
};
/** The bureau says what an account is; the person's next request knows it. */
const give = async (at: number, duties: Duty[], by = bureau) => {
  signedIn.actor = await actorOf(by ?? "");
  return setDuties(null, { ...(await key(people[at] ?? "", `tm-${NAMES[at] ?? ""}`)), duties });
};
const draft = async (at: number) => {
  const who = await actorOf(people[at] ?? "");
  const { rows } = await owner.query<{ version: number }>("SELECT version FROM certification_cases WHERE id = $1", [caseId]);
  return acting(who, (tx) => draftDecision(tx, who, draftInput.parse({ caseId, version: rows[0]?.version, outcome: "nominate", opinion: "同意。" }))).then((done) => done.value.id);
};
const move = async (at: number, decisionId: string, act: HandAct, version: number) => {
  const who = await actorOf(people[at] ?? "");
  return acting(who, (tx) => moveDecision(tx, who, handInput.parse({ decisionId, version, act, reason: "再核", documentNumber: act === "sign" ? "测政〔2026〕1号" : "" })));
};

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: COUNTY, years: [2025], schools: 3 }]);
  await clean();
  await owner.query("INSERT INTO certification_batches (id, year, figures_year, name, steps, deadlines, updated_by) VALUES ($1, 2026, 2025, '职责批次', $2, '{}', 't') ON CONFLICT (id) DO NOTHING", [BATCH, JSON.stringify(STEPS_OF[2025])]);
  bureau = await stagePerson(owner, "du-bureau", { office: "education", level: "county", division: COUNTY });
  city = await stagePerson(owner, "du-city", { office: "supervision", level: "city", division: "6201" });
  people = [];
  for (const name of NAMES) people.push(await stagePerson(owner, name, { office: "government", level: "county", division: COUNTY }));
  await owner.query("UPDATE memberships SET duties = DEFAULT WHERE user_id = ANY ($1)", [people]);
  const first = await actorOf(people[0] ?? "");
  await acting(first, (tx) => openCase(tx, first, openInput.parse({ divisionCode: COUNTY, batchId: BATCH, basicBalanceYear: 2015, statement: "已具备创建基础，自愿申报。" })));
});
afterAll(async () => {
  await clean();
  await owner.query("DELETE FROM certification_batches WHERE id = $1", [BATCH]);
  await owner.end();
  await prisma().$disconnect();
});

describe("duties of an account", () => {
  it("are all three until somebody says otherwise, and are set by the account's administration alone, in the log", async () => {
    expect((await actorOf(people[0] ?? "")).office.duties).toEqual(["handler", "reviewer", "signer"]);
    expect(await give(0, ["signer", "handler"])).toMatchObject({ ok: true, message: "职责已设定为：经办、签发。" });
    expect((await actorOf(people[0] ?? "")).office.duties).toEqual(["handler", "signer"]);
    const { rows } = await owner.query("SELECT act, detail FROM audit_events WHERE entity_id = $1 AND act = 'account.duties' ORDER BY id DESC LIMIT 1", [people[0]]);
    expect(rows[0]).toMatchObject({ act: "account.duties", detail: { from: ["handler", "reviewer", "signer"], to: ["handler", "signer"] } });
    const view = await loadAccount(await actorOf(bureau ?? ""), people[0] ?? "");
    expect([view.offices.map(({ duties }) => duties), view.history.find(({ what }) => what === "设定职责")?.note]).toEqual([[["handler", "signer"]], expect.stringContaining("经办、签发")]);
    expect(await give(0, ["handler"], people[1])).toMatchObject({ ok: false });
    expect(await give(0, ["handler"], city)).toMatchObject({ ok: false });
    signedIn.actor = await actorOf(bureau ?? "");
    expect(await setDuties(null, { ...(await key(people[0] ?? "", "tm-du-a")), version: 99, duties: ["handler"] })).toMatchObject({ ok: false, message: expect.stringContaining("刚被他人修改") });
    expect(await setDuties(null, { ...(await key(people[0] ?? "", "tm-du-a")), duties: ["boss"] })).toMatchObject({ ok: false });
    expect((await actorOf(people[0] ?? "")).office.duties).toEqual(["handler", "signer"]);
  });

  it("only offices that decide have them; a demonstration account keeps its own", async () => {
    const supervisor = await stagePerson(owner, "du-supervisor", { office: "supervision", level: "county", division: COUNTY });
    signedIn.actor = await actorOf(bureau ?? "");
    expect(await setDuties(null, { ...(await key(supervisor, "tm-du-supervisor")), duties: [] })).toMatchObject({ ok: false, message: expect.stringContaining("没有经办、审核、签发之分") });
    await owner.query("UPDATE users SET demo = true WHERE id = $1", [people[2]]);
    expect(await give(2, [])).toMatchObject({ ok: false, message: "演示账号的职责不能改动。" });
    await owner.query("UPDATE users SET demo = false WHERE id = $1", [people[2]]);
    await expect(owner.query("UPDATE memberships SET duties = '{boss}' WHERE id = 'tm-du-a'")).rejects.toThrow(/check constraint/);
  });

  it("a decision passes the three who hold them, each refused the others' part, and the page offers no more", async () => {
    await give(0, ["handler"]);
    await give(1, ["reviewer"]);
    await give(2, ["signer"]);
    expect(await refusal(draft(1))).toMatch(/^state: 这一步由县级人民政府承担“经办”的账号办理，您的账号承担“审核”。$/);
    const pages = async () => Promise.all([0, 1, 2].map(async (at) => { const { view } = await loadCase(await actorOf(people[at] ?? ""), COUNTY); return [view?.duties, view?.handActs]; }));
    const id = await draft(0);
    expect(await pages()).toEqual([[["handler"], ["withdraw"]], [["reviewer"], ["check", "sendBack"]], [["signer"], []]]);
    expect([await refusal(move(2, id, "check", 1)), await refusal(move(2, id, "sendBack", 1))]).toEqual([expect.stringMatching(/承担“审核”的账号办理，您的账号承担“签发”/), expect.stringMatching(/承担“审核”的账号/)]);
    await move(1, id, "check", 1);
    expect(await pages()).toEqual([[["handler"], ["withdraw"]], [["reviewer"], ["sendBack"]], [["signer"], ["sendBack", "sign"]]]);
    expect(await refusal(move(1, id, "sign", 2))).toMatch(/承担“签发”的账号办理，您的账号承担“审核”/);
    // What is taken away bites at once; what was drafted can still be withdrawn by its handler.
    await give(2, []);
    expect(await refusal(move(2, id, "sign", 2))).toMatch(/您的账号没有承担经办、审核、签发。$/);
    await give(0, []);
    await move(0, id, "withdraw", 2);
    expect(await refusal(draft(0))).toMatch(/承担“经办”的账号/);
    await give(0, ["handler"]);
    await give(2, ["signer"]);
    const again = await draft(0);
    await move(1, again, "check", 1);
    await move(2, again, "sign", 2);
    const { rows } = await owner.query("SELECT stage FROM certification_cases WHERE id = $1", [caseId]);
    expect(rows).toEqual([{ stage: "cultivation" }]);
  });
});
