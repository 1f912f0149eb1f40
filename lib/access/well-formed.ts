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
