/** Errors are values at the border. */
export type Result<T = undefined> = { ok: true; data: T; message?: string } | { ok: false; message: string; fields: Record<string, string>; data?: unknown };
