import { BUREAU, type LedgerOwner } from "@/lib/ledger/rules";

/** Who rectifies, as it is said to the school. */
export const ownerName = ({ owner, unit }: { owner: LedgerOwner; unit: string | null }): string => (owner === "school" ? "本校" : owner === "unit" ? (unit ?? "责任单位") : BUREAU);
