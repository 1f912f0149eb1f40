import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { OFFICE_NAME } from "@/lib/access/offices";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { assertManages } from "./manager";
import { exists, levelOfPlace, OFFICE_KEYS, type OfficeKey, type Position } from "./rules";

/** An office at a place, as a form sends it: the place by its code. */
export const positionInput = z.object({
  office: z.enum(OFFICE_KEYS, "请选择岗位。"),
  place: z.string().trim().regex(/^(cn|\d{2}|\d{4}|\d{6}|\d{10})$/, "请填写行政区划代码（2、4、6 位）或学校标识码（10 位）。"),
  unitName: z.string().trim().max(40, "最多 40 字。").default(""),
  schoolIds: z.array(z.string().max(64)).max(300).default([]),
});
export type PositionInput = z.infer<typeof positionInput>;

export type ResolvedPosition = Position & { schoolId: string | undefined; unitId: string | undefined; schoolIds: string[]; placeName: string };

const refuse = (field: string, message: string) => new AppError("invalid", undefined, { [field]: message });

/** The place by its code, in reach. */
async function findPlace(tx: Tx, code: string) {
  if (levelOfPlace(code) === "school") {
    const school = await tx.school.findUnique({ where: { code }, select: { id: true, name: true, divisionCode: true, closedOn: true } });
    if (!school) throw refuse("place", "辖区内没有这个标识码的学校。");
    if (school.closedOn) throw refuse("place", "这所学校已经撤并，不能再建账号。");
    return { name: school.name, divisionCode: school.divisionCode, schoolId: school.id };
  }
  const division = await tx.division.findUnique({ where: { code }, select: { name: true } });
  if (!division) throw refuse("place", "没有这个行政区划代码。");
  return { name: division.name, divisionCode: code, schoolId: undefined };
}

const unitKind = (office: OfficeKey, name: string) => (office === "section" ? "section" : /[乡镇]$|街道(办事处)?$/.test(name) ? "township" : "member");

/** The unit of that name; a new name becomes a new unit. */
async function findUnit(tx: Tx, office: OfficeKey, divisionCode: string, name: string): Promise<string> {
  if (name.length < 2) throw refuse("unitName", office === "section" ? "请填写科室名称。" : "请填写成员单位或乡镇的名称。");
  const known = await tx.unit.findUnique({ where: { divisionCode_name: { divisionCode, name } }, select: { id: true, kind: true } });
  if (known && (known.kind === "section") !== (office === "section")) throw refuse("unitName", known.kind === "section" ? "这是科室，请把岗位选为“科室”。" : "这不是科室，请把岗位选为“成员单位、乡镇”。");
  if (known) return known.id;
  const unit = await tx.unit.create({ data: { id: randomUUID(), divisionCode, name, kind: unitKind(office, name) }, select: { id: true } });
  return unit.id;
}

async function assertSchools(tx: Tx, divisionCode: string, schoolIds: string[]): Promise<void> {
  if (schoolIds.length === 0) throw refuse("schoolIds", "请选择责任督学联系的学校。");
  const found = await tx.school.count({ where: { id: { in: schoolIds }, divisionCode } });
  if (found !== new Set(schoolIds).size) throw refuse("schoolIds", "所选学校中有的不在本县。");
}

/** The position that a form means, checked to lie below the person; a unit that is new is registered. */
export async function resolvePosition(tx: Tx, actor: Actor, input: PositionInput): Promise<ResolvedPosition> {
  const { office } = input;
  const level = levelOfPlace(input.place);
  if (!level) throw refuse("place", "没有这个行政区划代码。");
  if (level !== "school") {
    if (!exists({ office, level, divisionCode: input.place })) throw refuse("place", `“${OFFICE_NAME[office]}”不设在这一级。`);
    assertManages(actor, { office, level, divisionCode: input.place });
  }
  const { name, divisionCode, schoolId } = await findPlace(tx, input.place);
  if (!exists({ office, level, divisionCode })) throw refuse("place", `“${OFFICE_NAME[office]}”不设在学校。`);
  assertManages(actor, { office, level, divisionCode });
  const unitId = office === "unit" || office === "section" ? await findUnit(tx, office, divisionCode, input.unitName) : undefined;
  if (office === "inspector") await assertSchools(tx, divisionCode, input.schoolIds);
  return { office, level, divisionCode, schoolId, unitId, schoolIds: office === "inspector" ? input.schoolIds : [], placeName: unitId ? `${name}${input.unitName}` : name };
}
