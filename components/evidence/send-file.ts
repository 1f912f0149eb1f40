import { z } from "zod/mini";
import type { EvidenceFile } from "@/lib/evidence/list-evidence";
import type { Subject } from "@/lib/evidence/subjects";
import type { Result } from "@/lib/result";

const stored = z.object({ id: z.string(), fileId: z.string(), item: z.string(), name: z.string(), size: z.number(), linkedAt: z.string(), retiredAt: z.nullable(z.string()), removable: z.boolean() });
const refused = z.object({ message: z.string() });
const LOST = "没有连上服务器，请稍后再试。";

const failure = (message: string): Result<never> => ({ ok: false, message, fields: {} });

/** Sends one file; the answer is the piece of evidence or the sentence why not. */
export async function sendFile(subject: Subject, file: File): Promise<Result<EvidenceFile>> {
  try {
    const answer = await fetch(`/api/evidence?${new URLSearchParams({ ...subject, name: file.name })}`, { method: "POST", body: file, headers: { "Content-Type": "application/octet-stream" } });
    const body: unknown = await answer.json();
    const piece = stored.safeParse(body);
    if (answer.ok && piece.success) return { ok: true, data: piece.data };
    return failure(refused.safeParse(body).data?.message ?? LOST);
  } catch {
    return failure(LOST);
  }
}

/** Takes a piece off; the answer is the sentence why not, or null. */
export async function takeOff(linkId: string): Promise<string | null> {
  try {
    const answer = await fetch(`/api/evidence/${linkId}`, { method: "DELETE" });
    return answer.ok ? null : (refused.safeParse(await answer.json()).data?.message ?? LOST);
  } catch {
    return LOST;
  }
}
