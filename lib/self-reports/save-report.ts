"use server";

import { defineAction } from "@/lib/access/define-action";
import { actOnReport } from "./act-on-report";
import { countyReportInput, reportInput } from "./schema";
import { writeCountyReport } from "./write-county-report";

export const saveReport = defineAction({ act: "task.report", schema: reportInput, run: ({ tx, actor, input }) => actOnReport(tx, actor, input) });
export const saveCountyReport = defineAction({ act: "task.manage", schema: countyReportInput, run: ({ tx, actor, input }) => writeCountyReport(tx, actor, input) });
