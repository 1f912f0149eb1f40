import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { EVIDENCE_BYTES } from "@/lib/access/limits";
import { attachFile } from "@/lib/evidence/attach-file";
import { SUBJECTS } from "@/lib/evidence/subjects";

/** Uploads one piece of evidence: the body is the file itself, the query says what it proves. */
export const POST = defineRoute({
  act: "evidence.edit",
  params: z.object({}),
  query: z.object({ entity: z.enum(SUBJECTS), entityId: z.string().max(80), item: z.string().max(40), name: z.string().trim().min(1).max(200) }),
  upload: EVIDENCE_BYTES,
  run: ({ tx, actor, query: { name, ...subject }, bytes }) => attachFile(tx, actor, subject, { name, bytes }),
});
