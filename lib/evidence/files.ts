import { EVIDENCE_BYTES } from "@/lib/access/limits";

/** What evidence may be: PDF, Word, Excel and pictures (FIELDS 5), each with its media type and the content that its first bytes must show. */
const KINDS = {
  pdf: { mime: "application/pdf", content: ["pdf"] },
  doc: { mime: "application/msword", content: ["cfb"] },
  docx: { mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", content: ["docx"] },
  xls: { mime: "application/vnd.ms-excel", content: ["cfb"] },
  xlsx: { mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", content: ["xlsx"] },
  jpg: { mime: "image/jpeg", content: ["jpg"] },
  jpeg: { mime: "image/jpeg", content: ["jpg"] },
  png: { mime: "image/png", content: ["png"] },
} as const;

/** What the file dialog offers. */
export const ACCEPT = Object.keys(KINDS).map((extension) => `.${extension}`).join(",");
const NAME_MAX = 120;

const kindOf = (name: string) => {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return Object.entries(KINDS).find(([key]) => key === extension)?.[1];
};

export const mimeOf = (name: string): string => kindOf(name)?.mime ?? "application/octet-stream";

/** Why a file of this name and size (bytes) is not taken; null when it is. Judged alike in the browser and on the server. */
export function refuseFile({ name, size }: { name: string; size: number }): string | null {
  if (!kindOf(name)) return `“${name}”不是可以上传的格式，请上传 PDF、Word、Excel、JPG 或 PNG 文件。`;
  if (name.length > NAME_MAX) return `文件名过长，请缩短到 ${NAME_MAX} 个字以内。`;
  if (size === 0) return `“${name}”是空文件。`;
  if (size > EVIDENCE_BYTES) return `“${name}”有 ${sizeText(size)}，超过每个文件 ${sizeText(EVIDENCE_BYTES)} 的上限。`;
  return null;
}

/** Whether the content (as the type detector names it; undefined: unknown) is what the name says. */
export function refuseContent(name: string, detected: string | undefined): string | null {
  const fits = kindOf(name)?.content.some((kind) => kind === detected) ?? false;
  return fits ? null : `“${name}”的内容与扩展名不符，请用原来的软件另存后再上传。`;
}

/** 1,536 bytes → `1.5 KB`; one decimal below ten. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, "KB"] : [bytes / 1024 / 1024, "MB"];
  return `${value < 10 ? Math.round(value * 10) / 10 : Math.round(value)} ${unit}`;
}
