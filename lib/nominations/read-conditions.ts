import type { Tx } from "@/lib/db/with-scope";
import { storedItems } from "@/lib/results/get-county-results";
import { nominationConditions, type NominationCondition, type PresentFigures } from "./conditions";
import type { NominationBatchRow, NominationRow } from "./find-nomination";

/** 教师平均工资收入不低于当地公务员. */
const PAY = "gov-8";

/** The latest year whose results are there. */
async function readFigures(tx: Tx, divisionCode: string): Promise<PresentFigures> {
  const row = await tx.countyResult.findFirst({ where: { divisionCode, reported: { gt: 0 } }, orderBy: { year: "desc" }, select: { year: true, sections: true, compliantSections: true, cvCount: true, cvWithinLimit: true, recognition: true, items: true } });
  return row ? { year: row.year, sections: row.sections, compliantSections: row.compliantSections, cvCount: row.cvCount, cvWithinLimit: row.cvWithinLimit, recognition: row.recognition, payMet: storedItems.parse(row.items).find(({ item }) => item === PAY)?.met ?? null } : null;
}

/** The preconditions of a nomination as they are now. Three queries. */
export async function readNominationConditions(tx: Tx, row: NominationRow, batch: NominationBatchRow): Promise<NominationCondition[]> {
  const basicProblemsOpen = await tx.ledgerEntry.count({ where: { divisionCode: row.divisionCode, source: "basic_balance", retiredAt: null, state: { not: "closed" } } });
  const links = await tx.fileLink.groupBy({ by: ["item"], where: { entity: "nomination", entityId: row.id, retiredAt: null }, _count: true });
  const files = (key: string) => links.find(({ item }) => item === key)?._count ?? 0;
  return nominationConditions({
    batchYear: batch.year, basicBalanceYear: row.basicBalanceYear, basicProblemsOpen, figures: await readFigures(tx, row.divisionCode),
    statements: { leadership: row.leadership, ecology: row.ecology }, evidence: { leadership: files("leadership"), ecology: files("ecology") },
  });
}
