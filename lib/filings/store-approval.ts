import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { toItemFacts } from "@/lib/items/item-facts";
import { recomputeCounty } from "@/lib/results/recompute-county";
import { toFactRow } from "@/lib/results/school-fact-row";
import { toSchoolFacts } from "./facts";
import type { FilingRow } from "./find-filing";
import { readFiling } from "./read-data";

const UPSERT = `INSERT INTO school_facts SELECT * FROM jsonb_populate_record(NULL::school_facts, $1::jsonb)
ON CONFLICT (school_id, year) DO UPDATE SET (division_code, code, name, kind, operator_type, area_type, number, primary_students, junior_students, senior_students,
  primary_classes, junior_classes, primary_max_class, junior_max_class, primary_degree_teachers, junior_degree_teachers, primary_backbone_teachers,
  junior_backbone_teachers, primary_arts_pe_teachers, junior_arts_pe_teachers, teaching_area, indoor_sports_area, sports_field_area, equipment_value_wan,
  multimedia_rooms, more) = (excluded.division_code, excluded.code, excluded.name, excluded.kind, excluded.operator_type, excluded.area_type, excluded.number,
  excluded.primary_students, excluded.junior_students, excluded.senior_students, excluded.primary_classes, excluded.junior_classes, excluded.primary_max_class,
  excluded.junior_max_class, excluded.primary_degree_teachers, excluded.junior_degree_teachers, excluded.primary_backbone_teachers,
  excluded.junior_backbone_teachers, excluded.primary_arts_pe_teachers, excluded.junior_arts_pe_teachers, excluded.teaching_area, excluded.indoor_sports_area,
  excluded.sports_field_area, excluded.equipment_value_wan, excluded.multimedia_rooms, excluded.more)`;

/** Makes a submitted version the approved one: decision, facts, results, in the caller's transaction. */
export async function storeApproval(tx: Tx, filing: FilingRow, number: number, by: { userId: string; opinion: string }): Promise<void> {
  const version = await tx.filingVersion.update({
    where: { filingId_number: { filingId: filing.id, number } },
    data: { decision: "approved", decidedBy: by.userId, decidedAt: new Date(), opinion: by.opinion },
    select: { data: true },
  });
  await tx.filing.update({ where: { id: filing.id }, data: { state: "approved", approvedNumber: number, approvedAt: new Date(), correctionReason: null, version: { increment: 1 } } });
  const data = readFiling(version.data);
  const { code, name, kind, operatorType, areaType } = filing.school;
  const facts = toSchoolFacts({ code, name, kind, operatorType, areaType }, data);
  const place = { schoolId: filing.schoolId, year: filing.year, divisionCode: filing.divisionCode, number };
  const db = asQuery(tx);
  await db.query(UPSERT, [JSON.stringify(toFactRow(place, facts, toItemFacts(data)))]);
  await recomputeCounty(db, filing.divisionCode, filing.year);
}
