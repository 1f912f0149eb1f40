import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { PLAN_MODES } from "@/lib/evaluation/planner/plan-county";

const row = z.object({
  id: z.string(), year: z.number(), basis: z.enum(["approved", "live"]), mode: z.enum(PLAN_MODES), money: z.enum(["standard", "yuan"]), quota: z.number().nullable(), assumptions: z.number(), additions: z.number(), moves: z.number(),
  cost: z.number(), gap: z.number(), unit: z.enum(["cost", "people"]), by: z.string(), createdAt: z.date(), appliedAt: z.date().nullable(), version: z.number(),
});
export type SavedRow = z.infer<typeof row>;
export const SAVED_PAGE = 20;

/** The plans of a county in the reader's reach, newest first. Two queries; the figures of schools are not read. */
export async function listSaved(tx: Tx, code: string, page: number): Promise<{ rows: SavedRow[]; matched: number; page: number; pages: number }> {
  const matched = await tx.resourcePlan.count({ where: { divisionCode: code, retiredAt: null } });
  const pages = Math.max(1, Math.ceil(matched / SAVED_PAGE));
  const at = Math.min(page, pages);
  const { rows } = await asQuery(tx).query(
    `SELECT p.id, p.year, p.basis, p.mode, p.asked->>'money' AS money, (p.asked->>'quota')::float8 AS quota, jsonb_array_length(p.asked->'assumptions') AS assumptions,
        jsonb_array_length(p.outcome->'additions') AS additions, jsonb_array_length(p.outcome->'moves') AS moves, (p.outcome->>'cost')::float8 AS cost,
        (p.outcome->'proof'->>'gap')::float8 AS gap, p.outcome->'proof'->>'unit' AS unit, coalesce(u.display_name, '') AS by, p.created_at AS "createdAt", p.applied_at AS "appliedAt", p.version
      FROM resource_plans p LEFT JOIN users u ON u.id = p.created_by WHERE p.division_code = $1 AND p.retired_at IS NULL ORDER BY p.created_at DESC, p.id LIMIT ${SAVED_PAGE} OFFSET $2::int`,
    [code, (at - 1) * SAVED_PAGE],
  );
  return { rows: z.array(row).parse(rows), matched, page: at, pages };
}
