import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { startOfToday, toDate } from "@/lib/calendar/schema";
import { initialsOf } from "@/lib/divisions/initials";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { shanghaiDay } from "@/lib/time";
import type { endZoneInput, zoneInput } from "./schema";

const pages = (code: string) => [`/d/${code.slice(0, 2)}/zones`, `/d/${code.slice(0, 4)}/schools`];
const audit = (code: string, act: string, detail: Record<string, unknown>) => ({ act: `zone.${act}`, entity: "division", entityId: code, divisionCode: code, detail });

/** Adds a functional zone below one of the province's cities as a county-level unit. @throws AppError invalid, notFound. */
export async function addZone(tx: Tx, actor: Actor, { code, name, basis, approvedOn }: z.infer<typeof zoneInput>) {
  if (!can(actor, "zone.manage") || actor.office.level !== "province") throw notFoundError();
  if (!code.startsWith(actor.office.divisionCode)) throw new AppError("invalid", undefined, { code: "代码不在本省范围内。" });
  if (toDate(approvedOn) > startOfToday()) throw new AppError("invalid", undefined, { approvedOn: "批准日期不能晚于今天。" });
  const [row] = await tx.$queryRaw<{ outcome: string }[]>`SELECT add_zone(${code}, ${name}, ${initialsOf(name)}) AS outcome`;
  if (row?.outcome === "city") throw new AppError("invalid", undefined, { code: "没有找到代码前 4 位所在的市。" });
  if (row?.outcome === "taken") throw new AppError("invalid", undefined, { code: "这个代码已经使用。" });
  if (row?.outcome !== "ok") throw notFoundError();
  await tx.zone.createMany({ data: { divisionCode: code, basis, approvedOn: toDate(approvedOn), addedBy: actor.userId } });
  return { value: { code }, message: `${name}已列为县级单位，可以为它建立账号。`, audit: audit(code, "add", { name, basis, approvedOn }), changed: pages(code) };
}

/** Takes a zone without open schools off the list of county-level units; its records stay. @throws AppError state, conflict, notFound. */
export async function endZone(tx: Tx, actor: Actor, { code, version, reason }: z.infer<typeof endZoneInput>) {
  if (!can(actor, "zone.manage") || !code.startsWith(actor.office.divisionCode)) throw notFoundError();
  await tx.$queryRaw`SELECT 1 FROM zones WHERE division_code = ${code} FOR UPDATE`;
  const zone = await tx.zone.findUnique({ where: { divisionCode: code }, select: { version: true, endedOn: true } });
  if (!zone || zone.endedOn) throw notFoundError();
  if (zone.version !== version) throw new AppError("conflict", "这个功能区刚被他人修改，请刷新后核对。", {}, { version: zone.version });
  const today = shanghaiDay(new Date());
  const [row] = await tx.$queryRaw<{ outcome: string }[]>`SELECT end_zone(${code}, ${today}::date) AS outcome`;
  if (row?.outcome === "schools") throw new AppError("state", "这个功能区还有在办学校，学校划转或停办后才能撤销。");
  if (row?.outcome !== "ok") throw notFoundError();
  await tx.zone.update({ where: { divisionCode: code }, data: { endedOn: toDate(today), reason, version: { increment: 1 } } });
  return { value: { code }, message: "已撤销，原有记录保留。", audit: audit(code, "end", { reason }), changed: pages(code) };
}
