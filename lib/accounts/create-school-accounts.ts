"use server";

import { z } from "zod";
import { defineAction, type Action } from "@/lib/access/define-action";
import { can } from "@/lib/access/permissions";
import { currentActor } from "@/lib/access/session";
import { openSchoolAccounts, schoolsInput } from "./open-school-accounts";
import { newSecrets } from "./secrets";
import type { Slip } from "./slip";

/** The write itself; not exported, so that passwords only come from below. */
const write = defineAction({
  act: "account.manage",
  schema: schoolsInput.extend({ secrets: z.array(z.object({ password: z.string(), hash: z.string() })) }),
  run: async ({ tx, actor, input }) => {
    const { value, audit, changed } = await openSchoolAccounts(tx, actor, input, input.secrets);
    return { value, audit, changed: ["/accounts"], message: value.length === 0 ? "所选学校的填报人和校长都已有账号，没有新建。" : `已为 ${changed} 所学校建立 ${value.length} 个账号。` };
  },
});

/** Fillers and principals for many schools in one transaction; the passwords are hashed before it begins. */
export async function createSchoolAccounts(previous: Awaited<ReturnType<Action<Slip[]>>> | null, raw: unknown): ReturnType<Action<Slip[]>> {
  const parsed = schoolsInput.safeParse(raw);
  const actor = await currentActor();
  if (!parsed.success || !actor || !can(actor, "account.manage")) return write(previous, { ...(parsed.data ?? {}), secrets: [] });
  const { schoolIds, people } = parsed.data;
  return write(previous, { schoolIds, people, secrets: await newSecrets(schoolIds.length * (people === "one" ? 1 : 2)) });
}
