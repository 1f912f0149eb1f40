import type { Tx } from "@/lib/db/with-scope";
import { notFoundError } from "@/lib/errors";
import { areaTypeOf, schoolKindOf, type AreaType, type SchoolKind } from "@/lib/standard/school-kinds";

export type School = { id: string; code: string; name: string; kind: SchoolKind; operatorType: number | null; areaType: AreaType | null; divisionCode: string; divisionName: string; parentSchoolId: string | null; demo: boolean };

/** A school in reach; another's does not exist. */
export async function getSchool(tx: Tx, id: string): Promise<School> {
  const row = await tx.school.findUnique({ where: { id }, include: { division: { select: { name: true } } } });
  const kind = row ? schoolKindOf(row.kind) : null;
  if (!row || !kind) throw notFoundError();
  const { division, areaType, ...rest } = row;
  return { ...rest, kind, areaType: areaTypeOf(areaType), divisionName: division.name };
}
