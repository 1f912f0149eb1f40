import type { ClientBase } from "pg";
import { z } from "zod";
import { nominationConditions, type PresentFigures } from "@/lib/nominations/conditions";
import { DEFAULT_TEMPLATE } from "@/lib/nominations/template";
import { storedItems } from "@/lib/results/get-county-results";
import { insertRows, type Row } from "./insert";

const FIRST = "demo-first";
const SECOND = "demo-second";
const batch = (id: string, year: number, name: string, dueOn: string): Row => ({ id, year, name, quota_min: 3, quota_max: 5, due_on: dueOn, document_number: `演示函〔${year}〕43号`, fields: DEFAULT_TEMPLATE, updated_by: "demo" });

const answers = Object.fromEntries(DEFAULT_TEMPLATE.map(({ key, label }) => [key, key === "contact" ? "基础教育科（演示）" : `${label}的演示内容。`]));
const conditionsWith = (figures: PresentFigures) => nominationConditions({ batchYear: 2026, basicBalanceYear: 2016, basicProblemsOpen: 0, figures, statements: { leadership: "说明", ecology: "说明" }, evidence: { leadership: 1, ecology: 1 } });

type Told = { code: string; batch: string; state: "city" | "province" | "reported" | "published"; rank: number | null };
/** An earlier list and a call that is under way, with one in every hand. 登封 has not begun: its way is for whoever tries the demonstration. */
const TOLD: Told[] = [
  ...["310115", "310151"].map((code, at): Told => ({ code, batch: FIRST, state: "published", rank: at + 1 })),
  ...["370102", "370202", "370602"].map((code, at): Told => ({ code, batch: FIRST, state: "published", rank: at + 1 })),
  { code: "640422", batch: SECOND, state: "province", rank: null }, { code: "640423", batch: SECOND, state: "city", rank: null },
  ...["370103", "370104", "370203"].map((code, at): Told => ({ code, batch: SECOND, state: "reported", rank: at + 1 })),
];

const COURSE = ["begin", "submit", "forward", "report", "publish"] as const;
const REACHED = { city: 2, province: 3, reported: 4, published: 5 } as const;

const row = z.object({ year: z.number(), sections: z.number(), compliantSections: z.number(), cvCount: z.number(), cvWithinLimit: z.number(), recognition: z.number().nullable(), items: storedItems });
/** What the platform knew of a county when it handed its nomination in: nothing yet at the first call. */
async function figuresOf(client: ClientBase, { code, batch: batchId }: Told): Promise<PresentFigures> {
  if (batchId === FIRST) return null;
  const { rows } = await client.query(`SELECT year, sections, compliant_sections AS "compliantSections", cv_count AS "cvCount", cv_within_limit AS "cvWithinLimit", recognition, items FROM county_results
    WHERE division_code = $1 AND reported >= expected AND expected > 0 ORDER BY year DESC LIMIT 1`, [code]);
  if (rows[0] === undefined) return null;
  const { items, ...figures } = row.parse(rows[0]);
  return { ...figures, payMet: items.find(({ item }) => item === "gov-8")?.met ?? null };
}

const rowOf = ({ code, batch: batchId, state, rank }: Told, figures: PresentFigures): Row => ({
  id: `n${code}-${batchId}`, batch_id: batchId, division_code: code, state, skips_city: code.startsWith("31"), answers, basic_balance_year: 2016, leadership: "领导小组统筹，政策文件齐备（演示）。", ecology: "“双减”、民办规范、招生入学、教师待遇落实（演示）。",
  conditions: conditionsWith(figures), rank, list_id: state === "published" ? "demo-list" : null, updated_by: "demo", version: REACHED[state] + 1,
});
const eventsOf = ({ code, batch: batchId, state, rank }: Told): Row[] => COURSE.slice(0, REACHED[state]).filter((act) => act !== "forward" || !code.startsWith("31")).map((act, at) => {
  const issuer = act === "forward" ? code.slice(0, 4) : act === "report" ? code.slice(0, 2) : act === "publish" ? "cn" : code;
  return { id: `n${code}-${batchId}-${act}`, nomination_id: `n${code}-${batchId}`, division_code: code, issuer_code: issuer, by_name: "教育行政部门（演示）", user_id: "demo", act, text: act === "report" ? `推荐顺序 ${rank}` : act === "forward" ? "同意推荐（演示）" : "", document_number: act === "report" || act === "publish" ? "演示函〔2026〕9号" : "", at: `${batchId === FIRST ? 2022 : 2026}-0${at + 2}-18T02:00:00Z` };
});

/** Nominations of the demonstration, and the list of an earlier call. The caller holds the transaction; what is there stays as people changed it. */
export async function seedNominations(client: ClientBase): Promise<void> {
  await client.query("SELECT set_config('app.scope', 'cn', true)");
  const { rowCount } = await client.query("SELECT 1 FROM nomination_batches WHERE id = $1", [SECOND]);
  if (rowCount) return;
  await insertRows(client, "nomination_batches", [batch(FIRST, 2021, "首批先行创建推荐（演示）", "2021-12-10"), batch(SECOND, 2026, "第二批先行创建推荐（演示）", "2027-03-31")]);
  await insertRows(client, "nomination_lists", [{ id: "demo-list", batch_id: FIRST, title: "先行创建县名单（演示）", document_number: "演示厅函〔2022〕5号", published_on: "2022-04-08", published_by: "demo" }]);
  const rows: Row[] = [];
  for (const told of TOLD) rows.push(rowOf(told, await figuresOf(client, told)));
  await insertRows(client, "nominations", rows);
  await insertRows(client, "nomination_events", TOLD.flatMap(eventsOf));
}
