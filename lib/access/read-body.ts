import { AppError } from "@/lib/errors";
import { sizeText } from "@/lib/evidence/files";
import { BODY_BYTES } from "./limits";

/** The body's bytes, counted as they arrive: one byte too many ends the reading, whatever the header said. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () => new AppError("invalid", `提交的内容超过 ${sizeText(limit)} 的上限。`);
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request, BODY_BYTES);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new AppError("invalid", "提交的内容不是有效的 JSON。");
  }
}
