/** 起草 → 征求意见 → 合法性审核 → 印发, of a county's policy document. Pure. seed: X13. */
export const DOCUMENT_STATES = ["missing", "drafting", "consulting", "reviewing", "issued"] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];
export const DOCUMENT_STATE_NAME: Record<DocumentState, string> = { missing: "未起草", drafting: "起草", consulting: "征求意见", reviewing: "合法性审核", issued: "已印发" };
export const DOCUMENT_STATE_TONE: Record<DocumentState, "fail" | "neutral" | "pending" | "pass"> = { missing: "fail", drafting: "neutral", consulting: "pending", reviewing: "pending", issued: "pass" };
export const isDocumentState = (text: string): text is DocumentState => DOCUMENT_STATES.some((state) => state === text);

/** Where a document may go: one step on, or back to the draft; what is issued stays and is replaced by a new one. */
export function nextStates(state: DocumentState): DocumentState[] {
  if (state === "issued") return [];
  const next = DOCUMENT_STATES[DOCUMENT_STATES.indexOf(state) + 1];
  return [...(next ? [next] : []), ...(state === "consulting" || state === "reviewing" ? ["drafting" as const] : [])];
}

/** Why the step is refused, as a sentence; null when it is allowed. */
export function refuseStep(from: DocumentState, to: DocumentState, document: { documentNumber: string; issuedOn: string | null }, today: string): string | null {
  if (from === to) return null;
  if (!nextStates(from).includes(to)) return from === "issued" ? "文件已印发；需要修订的，请另行起草新的文件。" : `现在是“${DOCUMENT_STATE_NAME[from]}”，下一步应为“${nextStates(from).map((state) => DOCUMENT_STATE_NAME[state]).join("”或“")}”。`;
  if (to === "issued" && (document.documentNumber === "" || document.issuedOn === null)) return "印发的文件要填写文号和印发日期。";
  if (to === "issued" && document.issuedOn !== null && document.issuedOn > today) return "印发日期不能晚于今天。";
  return null;
}
