import { BUREAU } from "@/lib/ledger/rules";
import type { LedgerItem } from "@/lib/ledger/list-entries";

const whole = (value: number) => value.toLocaleString("zh-CN", { maximumFractionDigits: 2 });

/** “6 人”, “1,214.5 ㎡”; a dash where the gap is not a matter of numbers. */
export const gapText = ({ gap, gapUnit }: { gap: number | null; gapUnit: string | null }): string => (gap === null ? "—" : `${whole(gap)} ${gapUnit ?? ""}`.trim());
/** 元 below ten thousand, else 万元. */
export const moneyText = (yuan: number | null): string => (yuan === null ? "未估算" : yuan >= 10_000 ? `${whole(Math.round(yuan / 100) / 100)} 万元` : `${whole(yuan)} 元`);
/** Who mends. */
export const ownerText = ({ owner, unit, school }: Pick<LedgerItem, "owner" | "unit" | "school">): string => (owner === "bureau" ? BUREAU : owner === "unit" ? (unit ?? "责任单位") : (school ?? "学校"));
export const placeText = ({ school }: Pick<LedgerItem, "school">): string => school ?? "县级";
