import type { Tx } from "@/lib/db/with-scope";
import { notFoundError } from "@/lib/errors";
import { SCHOOL_KINDS, type AreaType, type SchoolKind } from "@/lib/standard/school-kinds";

export type School = { id: string; code: string; name: string; kind: SchoolKind; operatorType: number | null; areaType: AreaType | null; divisionCode: string; divisionName: string; parentSchoolId: string | null; demo: boolean };

const isKind = (kind: string): kind is SchoolKind => (SCHOOL_KINDS as readonly string[]).includes(kind);
const isArea = (area: string | null): area is AreaType => area === "urban" || area === "town" || area === "rural";

/** A school in reach; another's does not exist. */
export async function getSchool(tx: Tx, id: string): Promise<School> {
  const row = await tx.school.findUnique({ where: { id }, include: { division: { select: { name: true } } } });
  if (!row || !isKind(row.kind)) throw notFoundError();
  const { division, kind, areaType, ...rest } = row;
  return { ...rest, kind, areaType: isArea(areaType) ? areaType : null, divisionName: division.name };
}
