import { AppError } from "@/lib/errors";

/** U+0000 and half surrogates are no text: PostgreSQL stores neither, and no keyboard types them. */
const isText = (text: string): boolean => !text.includes("\u0000") && text.isWellFormed();

function holdsOnlyText(value: unknown): boolean {
  if (typeof value === "string") return isText(value);
  if (Array.isArray(value)) return value.every(holdsOnlyText);
  if (typeof value === "object" && value !== null) return Object.entries(value).every(([key, item]) => isText(key) && holdsOnlyText(item));
  return true;
}

/** Refuses input in which a string could not be stored, before anything else looks at it. */
export function assertText(value: unknown): void {
  if (!holdsOnlyText(value)) throw new AppError("invalid", "内容里有无法识别的字符，请删除后重试。");
}

/** Parts of an address as a route gets them, whether the server has decoded them or not. @throws AppError notFound. */
export function assertAddress(address: Record<string, string | string[] | undefined>): void {
  for (const part of Object.values(address).flat()) {
    if (part === undefined) continue;
    if (!isText(part) || !isText(decoded(part) ?? part)) throw new AppError("notFound");
  }
}

/** The text of a part or path of an address; null where its escapes are none (“%ff”). */
export function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
