import { z } from "zod";
import { scopeOf, type Actor } from "@/lib/access/actor";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { withScope } from "@/lib/db/with-scope";
import type { Place } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { computedItem, type ComputedItem } from "./computed-items";
import { CASE_SELECT, findBatch, handOf, toCase } from "./find-case";
import { refuseCaseAct } from "./machine";
import { listReviews, readStanding } from "./read-standing";
import { GROUPS, REVIEW_ITEMS, type Opinion, type ReviewGroup } from "./review-items";
import { computeSnapshot } from "./snapshot";
import type { Level } from "./stages";
import { getSnapshot } from "./take-snapshot";

export type ReviewLine = { key: string; number: number; title: string; computed: ComputedItem; own: { opinion: Opinion; note: string; version: number } | null; others: { level: Level; opinion: Opinion; note: string }[] };
export type ReviewView = { place: Place; /** 学年初 of the figures under review. */ year: number; caseId: string; group: ReviewGroup; counts: { group: ReviewGroup; given: number; total: number }[]; lines: ReviewLine[]; level: Level | null; refusal: string | null };

/** `?group=`: which of the five groups; anything else is the first. */
export const groupParam = (search: Record<string, string | string[] | undefined>): ReviewGroup => z.enum(GROUPS).catch("resource").parse(search.group);

/** One group of items with what was computed from the submitted data, the reader's own opinions and those of levels that have decided. */
export async function loadReview(actor: Actor, code: string, group: ReviewGroup): Promise<ReviewView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getOwnPlace(tx, actor, code);
    const latest = await tx.certificationCase.findFirst({ where: { divisionCode: code }, orderBy: [{ openedAt: "desc" }, { id: "asc" }], select: CASE_SELECT });
    const row = latest ? toCase(latest) : null;
    if (!row || row.round === 0) throw notFoundError();
    const hand = handOf(actor, code);
    const standing = await readStanding(tx, row, await findBatch(tx, row.batchId), actor.office.divisionCode);
    const reviews = await listReviews(tx, row);
    const results = computeSnapshot((await getSnapshot(tx, row.id, row.round)).inputs);
    const own = new Map(reviews.filter(({ level }) => level === hand.level).map((review) => [review.item, review]));
    return {
      place, year: row.figuresYear, group, caseId: row.id, level: hand.level,
      refusal: refuseCaseAct(standing, group === "veto" ? "veto" : "review", hand),
      counts: GROUPS.map((one) => { const items = REVIEW_ITEMS.filter((item) => item.group === one); return { group: one, total: items.length, given: items.filter(({ key }) => own.has(key)).length }; }),
      lines: REVIEW_ITEMS.filter((item) => item.group === group).map(({ key, number, title }) => ({
        key, number, title, computed: computedItem(results, key), own: own.get(key) ?? null,
        others: (["city", "province", "nation"] as const).flatMap((level) => { const found = level === hand.level ? undefined : reviews.find((review) => review.level === level && review.item === key); return found ? [{ level, opinion: found.opinion, note: found.note }] : []; }),
      })),
    };
  });
}
