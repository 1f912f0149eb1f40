import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import type { AuditEntry } from "@/lib/audit/append-event";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { assertManages } from "./manager";
import { takenSentence, type LevelKey, type OfficeKey } from "./rules";

export type NewAccount = {
  username: string;
  displayName: string;
  hash: string;
  level: LevelKey;
  divisionCode: string;
  schoolId?: string;
  offices: { office: OfficeKey; unitId?: string; schoolIds?: string[] }[];
};

/** Which of these names are taken, also by accounts out of reach. */
export async function takenNames(tx: Tx, names: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ name: string }[]>`SELECT name FROM auth_names_taken(${names}::text[]) AS name`;
  return new Set(rows.map(({ name }) => name));
}

const isClash = (error: unknown) => typeof error === "object" && error !== null && "code" in error && error.code === "P2002";

/** Writes accounts with their offices, all or none; what the log says of each. The only writer of new accounts. */
export async function writeAccounts(tx: Tx, actor: Actor, accounts: NewAccount[]): Promise<AuditEntry[]> {
  for (const { offices, level, divisionCode } of accounts) for (const { office } of offices) assertManages(actor, { office, level, divisionCode });
  const taken = await takenNames(tx, accounts.map(({ username }) => username));
  if (taken.size > 0) throw new AppError("conflict", takenSentence([...taken]), { username: takenSentence([...taken]) });
  const rows = accounts.map((account) => ({ id: randomUUID(), ...account }));
  try {
    await tx.user.createMany({
      data: rows.map(({ id, username, displayName, hash, divisionCode, schoolId }) => ({ id, username, displayName, passwordHash: hash, divisionCode, schoolId, createdBy: actor.userId })),
    });
  } catch (error) {
    if (isClash(error)) throw new AppError("conflict", "有用户名刚被他人使用，请重试。");
    throw error;
  }
  await tx.membership.createMany({
    data: rows.flatMap(({ id, offices, level, divisionCode, schoolId }) => offices.map((office) => ({ id: randomUUID(), userId: id, level, divisionCode, schoolId, ...office }))),
  });
  return rows.map(({ id, username, offices, level, divisionCode, schoolId }) => ({
    act: "account.create", entity: "user", entityId: id, divisionCode, schoolId, detail: { username, level, offices: offices.map(({ office }) => office) },
  }));
}
