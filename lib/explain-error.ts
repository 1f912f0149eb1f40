import { randomUUID } from "node:crypto";
import { AppError, ERROR_CODES } from "./errors";
import { log } from "./log";

export type ErrorBody = { error: string; message: string; fields: Record<string, string>; data?: unknown };

/** One map from any error to an HTTP status and a Chinese sentence. The unexpected is logged under an id to quote. */
export function explain(error: unknown): { status: number; body: ErrorBody } {
  if (error instanceof AppError)
    return { status: ERROR_CODES[error.code].status, body: { error: error.code, message: error.message, fields: error.fields, data: error.data } };
  const id = randomUUID().slice(0, 8);
  log.error({ event: "unexpected", id, err: error instanceof Error ? { message: error.message, stack: error.stack } : String(error) });
  return { status: 500, body: { error: "unexpected", message: `${ERROR_CODES.unexpected.message}（编号 ${id}）`, fields: {} } };
}
