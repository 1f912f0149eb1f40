import type { ClientBase } from "pg";
import { insertRows } from "./insert";

/** A 督办 of the province that waits for 西吉, and one of the city that has come to its end. The caller holds the transaction. */
export async function seedDirectives(client: ClientBase): Promise<void> {
  await client.query("SELECT set_config('app.scope', 'cn', true)");
  await insertRows(client, "directives", [
    { id: "dr-64-640422", kind: "supervise", from_code: "64", from_name: "宁夏回族自治区", from_office: "supervision", division_code: "640422", subject: "督办逾期整改问题（演示）", body: "请逐项核实逾期原因，明确责任单位和完成时限，按期反馈（演示）。", document_number: "演示督〔2026〕3 号", due_on: "2026-12-20", state: "sent", sent_by: "demo", sent_at: "2026-11-16T02:00:00Z",
      grounds: [{ key: "ledger", sentence: "整改台账有逾期未销号的问题（演示）", page: "/d/640422/ledger" }, { key: "behind", sentence: "进度落后于规划：2025 年小学骨干教师差异系数未达到年度目标（演示）", page: "/d/640422/plan" }] },
    { id: "dr-6404-640422", kind: "criticise", from_code: "6404", from_name: "固原市", from_office: "supervision", division_code: "640422", subject: "通报年度填报进度（演示）", body: "部分学校未按时提交自评，请督促完成（演示）。", document_number: "", due_on: "2026-11-10", state: "closed", sent_by: "demo", sent_at: "2026-10-26T02:00:00Z", grounds: [],
      reply: "已逐校督促，未提交学校列入每日调度（演示）。", replied_at: "2026-11-06T02:00:00Z", opinion: "同意办结（演示）。", closed_at: "2026-11-09T02:00:00Z", version: 3 },
  ]);
}
