import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { OFFICE_NAME } from "@/lib/access/offices";
import type { AuditEntry } from "@/lib/audit/append-event";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { assertManages } from "./manager";
import { firstFree, suggestUsername, type OfficeKey } from "./rules";
import type { Secret } from "./secrets";
import type { Slip } from "./slip";
import { takenNames, writeAccounts, type NewAccount } from "./write-accounts";

export const schoolsInput = z.object({
  schoolIds: z.array(z.string().max(64)).min(1, "请选择学校。").max(300, "一次最多 300 所学校。"),
  /** Filler and principal as two people, or one who holds both. */
  people: z.enum(["two", "one"]),
});
export type SchoolsInput = z.infer<typeof schoolsInput>;

const SCHOOL_OFFICES: OfficeKey[] = ["filler", "principal"];
const SHORT: Partial<Record<OfficeKey, string>> = { filler: "填报人", principal: "校长" };

/** Names of the bulk: the first few that may be taken are asked for at once. */
const candidates = (name: string) => [name, ...Array.from({ length: 8 }, (_, index) => `${name}-${index + 2}`)];

/** The offices of a school that nobody holds, grouped by the person who will. */
function peopleFor(held: Set<string>, people: SchoolsInput["people"]): OfficeKey[][] {
  const missing = SCHOOL_OFFICES.filter((office) => !held.has(office));
  if (missing.length === 0) return [];
  return people === "one" ? [missing] : missing.map((office) => [office]);
}

/** Accounts for all offices of these schools that nobody holds yet; run again, it finds nothing to do. */
export async function openSchoolAccounts(tx: Tx, actor: Actor, input: SchoolsInput, secrets: Secret[]): Promise<{ value: Slip[]; audit: AuditEntry[]; changed: number }> {
  const ids = [...new Set(input.schoolIds)];
  await tx.$queryRaw`SELECT id FROM schools WHERE id = ANY (${ids}::text[]) ORDER BY id FOR UPDATE`;
  const schools = await tx.school.findMany({ where: { id: { in: ids }, closedOn: null }, orderBy: { code: "asc" }, select: { id: true, code: true, name: true, divisionCode: true } });
  if (schools.length !== ids.length) throw new AppError("forbidden", "所选学校中有的不在您的辖区，或已经撤并。");
  for (const { divisionCode } of schools) for (const office of SCHOOL_OFFICES) assertManages(actor, { office, level: "school", divisionCode });

  const offices = await tx.membership.findMany({ where: { schoolId: { in: ids }, level: "school", retiredAt: null, OR: [{ endsOn: null }, { endsOn: { gte: new Date() } }] }, select: { schoolId: true, office: true } });
  const heldAt = (id: string) => new Set(offices.filter(({ schoolId }) => schoolId === id).map(({ office }) => office));
  const wanted = schools.flatMap((school) => peopleFor(heldAt(school.id), input.people).map((list) => ({ school, list, name: suggestUsername(list[0] ?? "filler", school.code) })));
  const taken = await takenNames(tx, wanted.flatMap(({ name }) => candidates(name)));

  const made = wanted.map(({ school, list, name }, index) => {
    const secret = secrets[index];
    if (!secret) throw new AppError("conflict", "学校的账号刚刚变化，请重试。");
    const account: NewAccount = { username: firstFree(name, taken), displayName: `${school.name}${list.map((office) => SHORT[office]).join("兼")}`, hash: secret.hash, level: "school", divisionCode: school.divisionCode, schoolId: school.id, offices: list.map((office) => ({ office })) };
    const slip: Slip = { username: account.username, password: secret.password, place: school.name, offices: list.map((office) => OFFICE_NAME[office]).join("、"), displayName: account.displayName };
    return { account, slip };
  });
  const audit = made.length > 0 ? await writeAccounts(tx, actor, made.map(({ account }) => account)) : [];
  return { value: made.map(({ slip }) => slip), audit, changed: new Set(wanted.map(({ school }) => school.id)).size };
}
