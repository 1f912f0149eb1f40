import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";

type Entry = { divisionCode: string; act: string; fromYear?: number | null; toYear?: number | null; text?: string };

/** One line in the history of a 规划表, in the transaction of the act. */
export async function logChange(tx: Tx, actor: Actor, { divisionCode, act, fromYear = null, toYear = null, text = "" }: Entry): Promise<void> {
  await tx.planChange.createMany({ data: { id: randomUUID(), divisionCode, userId: actor.userId, byName: actor.office.divisionName, act, fromYear, toYear, text } });
}

/** The pages that a change of a 规划表 shows on. */
export const planPages = (code: string): string[] => [`/d/${code.slice(0, 2)}/plan`, `/d/${code.slice(0, 4)}/plan`];
