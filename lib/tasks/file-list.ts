import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { listState } from "./list-rules";
import { currentList, lastFiling } from "./task-list";

type Key = { divisionCode: string; year: number };
const audit = ({ divisionCode, year }: Key, act: string, detail: Record<string, unknown>) => ({ act: `task-list.${act}`, entity: "task-list", entityId: `${divisionCode}/${year}`, divisionCode, detail: { year, ...detail } });
const pages = ({ divisionCode }: Key) => [`/d/${divisionCode}/tasks`, `/d/${divisionCode}/tasks/list`];
const lock = (tx: Tx, { divisionCode, year }: Key) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`task-list:${divisionCode}:${year}`}))`;

/** 备案: the list is frozen as it stands; every task needs someone who leads it. */
export async function fileTaskList(tx: Tx, actor: Actor, key: Key) {
  assertOwnCounty(actor, key.divisionCode);
  await lock(tx, key);
  const last = await lastFiling(tx, key.divisionCode, key.year);
  if (listState(last) === "filed") throw new AppError("state", "年度任务清单已经备案。");
  const snapshot = await currentList(tx, key.divisionCode, key.year);
  if (snapshot.length === 0) throw new AppError("state", "清单中还没有任务。");
  const without = snapshot.filter((task) => task.leadUnit === "" && task.leadPost === "");
  if (without.length > 0) throw new AppError("state", `还有 ${without.length} 项任务没有牵头单位或责任岗位（如“${without[0]?.title ?? ""}”），落实后再备案。`);
  const number = last?.number ?? 1;
  const filed = { state: "filed", filedBy: actor.userId, filedAt: new Date(), snapshot };
  await tx.taskFiling.upsert({
    where: { divisionCode_year_number: { ...key, number } },
    create: { ...key, number, openedBy: actor.userId, ...filed },
    update: { ...filed, version: { increment: 1 } },
  });
  return { value: { number }, message: number === 1 ? `${key.year} 年度任务清单已备案，共 ${snapshot.length} 项。` : `第 ${number - 1} 次变更已备案。`, audit: audit(key, number === 1 ? "file" : "file-change", { number, tasks: snapshot.length }), changed: pages(key) };
}

/** 变更备案: opens a filed list for changes, with a reason. */
export async function openListChange(tx: Tx, actor: Actor, { reason, ...key }: Key & { reason: string }) {
  assertOwnCounty(actor, key.divisionCode);
  await lock(tx, key);
  const last = await lastFiling(tx, key.divisionCode, key.year);
  if (last === null || listState(last) !== "filed") throw new AppError("state", "清单还没有备案，可以直接修改。");
  await tx.taskFiling.create({ data: { ...key, number: last.number + 1, reason, openedBy: actor.userId } });
  return { value: { number: last.number + 1 }, message: "已开始变更：修改后请再次备案。", audit: audit(key, "open-change", { reason }), changed: pages(key) };
}
