import type { Actor } from "@/lib/access/actor";
import { allows } from "@/lib/access/permissions";
import { AppError } from "@/lib/errors";
import { mayManage, type Position } from "./rules";

/** The person's offices at the active place that manage accounts. */
export function managersOf(actor: Actor): Position[] {
  const { divisionCode, level } = actor.office;
  return actor.offices.filter((office) => office.divisionCode === divisionCode && office.level === level && allows(office, "account.manage"));
}

export const manages = (actor: Actor, target: Position): boolean => managersOf(actor).some((manager) => mayManage(manager, target));

/** Refuses a position that is not below the person. */
export function assertManages(actor: Actor, target: Position): void {
  if (!manages(actor, target)) throw new AppError("forbidden", "账号由上级逐级建立：您只能办理本级以下的岗位。");
}
