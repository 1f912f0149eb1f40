import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { listReports } from "./list-reports";
import { mergeReports } from "./rules";
import type { CountyReportInput } from "./schema";

/** Saves what the bureau adds; with `file`, freezes the merged report and sends it to the level above. */
export async function writeCountyReport(tx: Tx, actor: Actor, { divisionCode, year, version, opening, conclusion, file }: CountyReportInput) {
  assertOwnCounty(actor, divisionCode);
  if (!(await tx.filingYear.findUnique({ where: { divisionCode_year: { divisionCode, year } }, select: { year: true } }))) throw notFoundError();
  const key = { divisionCode_year: { divisionCode, year } };
  await tx.$queryRaw`SELECT 1 FROM county_reports WHERE division_code = ${divisionCode} AND year = ${year} FOR UPDATE`;
  const row = await tx.countyReport.findUnique({ where: key, select: { version: true, filedAt: true } });
  if ((row?.version ?? 0) !== version) throw new AppError("conflict", "这份报告刚被他人更新，请刷新后核对再保存。");
  if (row?.filedAt) throw new AppError("state", "全县自评报告已上报，不能再改。");
  const reports = file ? await listReports(tx, divisionCode, year) : [];
  const open = reports.filter((report) => report.state !== "accepted");
  if (open.length > 0) throw new AppError("state", `还有 ${open.length} 个单位的自评没有采纳（${open.slice(0, 3).map((report) => report.unit).join("、")}${open.length > 3 ? "等" : ""}），采纳后再上报。`);
  if (file && (opening === "" || conclusion === "")) throw new AppError("invalid", undefined, opening === "" ? { opening: "请写明全县总体情况。" } : { conclusion: "请写明自评结论。" });
  const data = { opening, conclusion, ...(file ? { filedBy: actor.userId, filedAt: new Date(), snapshot: mergeReports(reports) } : {}) };
  await tx.countyReport.upsert({ where: key, create: { divisionCode, year, ...data }, update: { ...data, version: { increment: 1 } } });
  return {
    value: { version: version + 1 },
    message: file ? "全县自评报告已上报，设区市（或省级）政府教育督导机构可以查看。" : "已保存。",
    audit: { act: file ? "county-report.file" : "county-report.save", entity: "county-report", entityId: `${divisionCode}/${year}`, divisionCode, detail: { year, units: reports.length } },
    changed: [`/d/${divisionCode}/reports`],
  };
}
