import { z } from "zod";
import { DUTIES } from "@/lib/access/duties";
import { prisma } from "./client";

/** The security-definer functions of prisma/migrations/0003_sign_in: all that may be asked before a scope is known. */

const office = z.object({
  id: z.string(),
  office: z.enum(["education", "supervision", "government", "section", "unit", "inspector", "filler", "principal", "sysadmin", "expert"]),
  level: z.enum(["nation", "province", "city", "county", "school"]),
  divisionCode: z.string(),
  divisionName: z.string(),
  schoolId: z.string().nullable(),
  schoolName: z.string().nullable(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  unitKind: z.string().nullable(),
  schoolIds: z.array(z.string()),
  duties: z.array(z.enum(DUTIES)),
});
export type OfficeRow = z.infer<typeof office>;

const bearer = z.object({
  user_id: z.string(),
  username: z.string(),
  display_name: z.string(),
  must_change_password: z.boolean(),
  demo: z.boolean(),
  membership_id: z.string().nullable(),
  offices: z.array(office),
});
export type Bearer = z.infer<typeof bearer>;

export async function findAccount(username: string): Promise<{ id: string; passwordHash: string; disabled: boolean } | null> {
  const rows = await prisma().$queryRaw<{ id: string; password_hash: string; disabled: boolean }[]>`SELECT * FROM auth_account(${username})`;
  const row = rows[0];
  return row ? { id: row.id, passwordHash: row.password_hash, disabled: row.disabled } : null;
}

export async function lockedUntil(key: string): Promise<Date | null> {
  const rows = await prisma().$queryRaw<{ until: Date | null }[]>`SELECT auth_locked_until(${key}) AS until`;
  return rows[0]?.until ?? null;
}

/** Counts a refused sign-in for the name and the address; a lock that it earns enters the audit chain. */
export async function recordRefusal(username: string, address: string, thresholds: { account: number; address: number }): Promise<void> {
  await prisma().$executeRaw`SELECT auth_refused(${username}, ${address}, ${thresholds.account}::int, ${thresholds.address}::int)`;
}

export async function recordSuccess(key: string): Promise<void> {
  await prisma().$executeRaw`SELECT auth_succeeded(${key})`;
}

export async function openSession(hash: string, userId: string, endsAt: Date, address: string): Promise<void> {
  await prisma().$executeRaw`SELECT auth_open_session(${hash}, ${userId}, ${endsAt}, ${address})`;
}

export async function closeSession(hash: string): Promise<void> {
  await prisma().$executeRaw`SELECT auth_close_session(${hash})`;
}

export async function resolveSession(hash: string): Promise<Bearer | null> {
  const rows = await prisma().$queryRaw<unknown[]>`SELECT * FROM auth_session(${hash})`;
  return rows[0] ? bearer.parse(rows[0]) : null;
}

export async function resolveToken(hash: string): Promise<Bearer | null> {
  const rows = await prisma().$queryRaw<unknown[]>`SELECT * FROM auth_token(${hash})`;
  return rows[0] ? bearer.parse(rows[0]) : null;
}

export async function isDemoLoaded(): Promise<boolean> {
  const rows = await prisma().$queryRaw<{ demo: boolean }[]>`SELECT demo_loaded() AS demo`;
  return rows[0]?.demo ?? false;
}
