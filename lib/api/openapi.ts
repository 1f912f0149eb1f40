import { z } from "zod";
import * as shapes from "./shapes";

type Operation = { path: string; summary: string; params: string[]; query?: string[]; answer: z.ZodType; open?: boolean };

const OPERATIONS: Operation[] = [
  { path: "/health", summary: "平台与数据库是否可用", params: [], answer: z.object({ name: z.string(), status: z.string(), demo: z.boolean().optional() }), open: true },
  { path: "/divisions/{code}", summary: "行政区划及其年度", params: ["code"], answer: shapes.division },
  { path: "/divisions/{code}/children", summary: "下一级行政区划", params: ["code"], query: ["year"], answer: shapes.listOf(shapes.child) },
  { path: "/divisions/{code}/evaluation", summary: "评估结果（县：逐校结果；县以上：分布）", params: ["code"], query: ["year", "basis"], answer: z.union([shapes.countyEvaluation, shapes.areaEvaluation]) },
  { path: "/divisions/{code}/schools", summary: "学校名册", params: ["code"], query: ["year", "cursor", "limit"], answer: shapes.listOf(shapes.schoolItem) },
  { path: "/divisions/{code}/tasks", summary: "创建任务和政策（制度）清单", params: ["code"], query: ["year", "cursor", "limit"], answer: shapes.listOf(shapes.task) },
  { path: "/divisions/{code}/ledger", summary: "整改台账", params: ["code"], query: ["state", "cursor", "limit"], answer: shapes.listOf(shapes.ledgerItem) },
  { path: "/divisions/{code}/targets", summary: "目标与实际（县：年度目标；省、全国：达到标准的县的比例，百分数）", params: ["code"], answer: shapes.listOf(shapes.targetItem) },
  { path: "/divisions/{code}/plan", summary: "规划表：申报年与县", params: ["code"], answer: shapes.planAnswer },
  { path: "/schools/{id}", summary: "学校", params: ["id"], answer: shapes.school },
  { path: "/schools/{id}/filings/{year}", summary: "学校年度自评（审定）", params: ["id", "year"], answer: shapes.filing },
];

const json = (schema: z.ZodType) => ({ "application/json": { schema: z.toJSONSchema(schema) } });
const parameter = (place: "path" | "query") => (name: string) => ({ name, in: place, required: place === "path", schema: { type: name === "year" || name === "limit" ? "integer" : "string" } });

/** The OpenAPI document of the read API, from the zod schemas that the answers are made with. */
export function openApi() {
  const paths = Object.fromEntries(OPERATIONS.map(({ path, summary, params, query, answer, open }) => [path, {
    get: {
      summary,
      ...(open ? { security: [] } : {}),
      parameters: [...params.map(parameter("path")), ...(query ?? []).map(parameter("query"))],
      responses: {
        200: { description: "成功", content: json(answer) },
        ...(open ? {} : { 401: { description: "未登录", content: json(shapes.problem) }, 404: { description: "不存在或不在管理范围内", content: json(shapes.problem) } }),
      },
    },
  }]));
  return {
    openapi: "3.1.0",
    info: { title: "优均创建平台接口", version: "1", description: "只读接口，管理范围与登录账号一致。年度缺省为最近一个已完成的年度。" },
    servers: [{ url: "/api/v1" }],
    security: [{ session: [] }, { token: [] }],
    components: { securitySchemes: { session: { type: "apiKey", in: "cookie", name: "youjun-session" }, token: { type: "http", scheme: "bearer" } } },
    paths,
  };
}
