import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { demoNotice } from "@/lib/access/demo-notice";
import { divisionCode } from "@/lib/api/shapes";
import { readSaved } from "@/lib/planner/load-saved";
import { proposalOf } from "@/lib/planner/plan-tables";

const MIME = { xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" };

/** The proposal as a workbook or a Word document; the libraries are loaded when a file is asked for. */
export const GET = defineRoute({
  act: "plan.read",
  params: z.object({ code: divisionCode, plan: z.string().max(80) }),
  query: z.object({ as: z.enum(["xlsx", "docx"]), budget: z.string().max(20).optional(), until: z.string().max(6).optional() }),
  run: async ({ tx, actor, params: { code, plan }, query: { as, budget, until } }) => {
    const mark = await demoNotice();
    const proposal = proposalOf(await readSaved(tx, actor, code, plan, { budget, until }), mark);
    const bytes = as === "xlsx" ? await (await import("@/lib/planner/plan-workbook")).planWorkbook(proposal) : await (await import("@/lib/planner/plan-document")).planDocument(proposal, mark);
    return { file: { name: `${proposal.title}.${as}`, mime: MIME[as], bytes } };
  },
});
