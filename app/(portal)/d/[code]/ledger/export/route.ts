import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { demoNotice } from "@/lib/access/demo-notice";
import { divisionCode } from "@/lib/api/shapes";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { ledgerFilters } from "@/lib/ledger/filters";
import { ITEM_KEYS } from "@/lib/ledger/item-names";
import { ledgerWorkbook } from "@/lib/ledger/ledger-workbook";
import { listAllEntries } from "@/lib/ledger/list-entries";
import { listYearCells, yearTable } from "@/lib/ledger/list-years";
import { STANDARD_NAME } from "@/lib/standard/indicators";
import { dateTimeText, shanghaiDay } from "@/lib/time";

/** A county's ledger as filtered, as a workbook. */
export const GET = defineRoute({
  act: "ledger.read",
  params: z.object({ code: divisionCode }),
  query: z.record(z.string(), z.string()),
  run: async ({ tx, actor, params: { code }, query }) => {
    const place = await getOwnPlace(tx, actor, code);
    const filters = ledgerFilters(query);
    const now = new Date();
    const entries = await listAllEntries(tx, code, shanghaiDay(now), filters);
    const mark = await demoNotice();
    const title = `${place.name}义务教育优质均衡整改台账`;
    const notes = [
      { label: "范围", text: Object.values({ ...filters, page: undefined, view: undefined }).some((value) => value !== undefined) ? `按筛选条件导出 ${entries.length} 个问题` : `全部 ${entries.length} 个问题` },
      { label: "依据", text: `${STANDARD_NAME}；缺口由审定数据计算，按指标和年度汇总只统计未销号的问题` },
      { label: "导出时间", text: dateTimeText(now) },
      ...(mark ? [{ label: "提示", text: mark }] : []),
    ];
    return { file: { name: `${title}.xlsx`, mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes: await ledgerWorkbook(title, entries, yearTable(await listYearCells(tx, code), ITEM_KEYS), notes) } };
  },
});
