import type { ClientBase } from "pg";
import { insertRows, type Row } from "./insert";

type Told = { id: string; county: string; item: string; title: string; background: string; practice: string; result: string; state: "draft" | "submitted" | "returned" | "provincial" | "national"; reason?: string };

/** Invented experiences of the demonstration counties, one in every state of its way. */
const TOLD: Told[] = [
  { id: "x-410185-1", county: "410185", item: "breakthrough-3-2", state: "national", title: "设立乡村首席教师岗位，带动片区教研（演示）", background: "乡村学校同一学科教师少，校内教研难以开展（演示）。", practice: "按学区设立首席教师岗位，明确带教人数、送教次数和考核办法；岗位津贴由县级财政保障，任期三年；首席教师工作室建在乡村学校（演示）。", result: "片区集体备课覆盖全部乡村小学，乡村学校骨干教师人数逐年增加（演示）。" },
  { id: "x-370102-1", county: "370102", item: "breakthrough-2-2", state: "national", title: "集团化办学一校一策，按年度考核牵头校（演示）", background: "成员校与牵头校管理两张皮，资源共享停留在协议上（演示）。", practice: "牵头校与成员校签订年度清单，统一教研、统一调配教师、共享功能室；考核结果与牵头校奖补挂钩（演示）。", result: "成员校生均资源与牵头校差距连续两年缩小（演示）。" },
  { id: "x-640422-1", county: "640422", item: "breakthrough-1-2", state: "provincial", title: "小规模学校“一校一特色”建设乡村温馨校园（演示）", background: "小规模学校校舍分散、功能室闲置（演示）。", practice: "闲置教室改造为图书角、劳动教室和心理辅导室；教师周转房与浴室、厕所同步改造；课后服务与乡土课程结合（演示）。", result: "小规模学校功能室配备率明显提高，家长满意度上升（演示）。" },
  { id: "x-640422-2", county: "640422", item: "breakthrough-3-3", state: "submitted", title: "共同体内教师交流“定向不定校”（演示）", background: "交流教师往返路途远，学校排课困难（演示）。", practice: "在共同体内统筹交流名额，按学科缺口定向选派，交流期内职称评聘和绩效由派出校保障（演示）。", result: "体育、音乐、美术教师缺口主要在共同体内解决（演示）。" },
  { id: "x-640422-3", county: "640422", item: "breakthrough-4-6", state: "returned", reason: "请补充参与学生比例和经费来源（演示）。", title: "引入社会资源丰富课后服务（演示）", background: "乡村学校课后服务内容单一（演示）。", practice: "县级遴选公益机构和退休教师进校，课程目录统一公布，学校按需选择，安全和质量由学区督导（演示）。", result: "乡村学校课后服务课程数量增加（演示）。" },
  { id: "x-310151-1", county: "310151", item: "breakthrough-2-3", state: "national", title: "以学区为单位统筹资源，先行实现学区内均衡（演示）", background: "同一学区内小学之间专用教室和体育场地差异大（演示）。", practice: "学区统一排定场地共享课表，统一采购和调配设备，学区内教师按需走教（演示）。", result: "多数学区内各项差异系数低于全区水平（演示）。" },
];

const DAY = { submitted: "2026-05-12T02:00:00Z", accepted: "2026-07-08T02:00:00Z", published: "2026-09-22T02:00:00Z" };
const rowOf = ({ county, reason, ...told }: Told): Row => {
  const accepted = told.state === "provincial" || told.state === "national";
  return { ...told, division_code: county, reason: reason ?? "", submitted_at: told.state === "draft" ? null : DAY.submitted, accepted_at: accepted ? DAY.accepted : null, published_at: told.state === "national" ? DAY.published : null, updated_by: "demo", updated_at: DAY.published };
};

/** The library of experiences, and one that a task of 西吉 already refers to. The caller holds the transaction. */
export async function seedExperiences(client: ClientBase): Promise<void> {
  await client.query("SELECT set_config('app.scope', 'cn', true)");
  await insertRows(client, "experiences", TOLD.map(rowOf));
  await client.query(`INSERT INTO experience_borrowings (experience_id, task_id, division_code, note, created_by)
    SELECT 'x-410185-1', id, division_code, '学区首席教师的考核办法（演示）', 'demo' FROM tasks WHERE division_code = '640422' AND year = 2026 AND template_id = 'breakthrough-3-2' ON CONFLICT DO NOTHING`);
}
