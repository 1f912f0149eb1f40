/** What can go wrong at the border, with the HTTP status and the sentence that a person reads. */
export const ERROR_CODES = {
  unauthenticated: { status: 401, message: "请先登录。" },
  notFound: { status: 404, message: "没有找到这条记录。" },
  forbidden: { status: 403, message: "您的岗位不能办理这件事。" },
  invalid: { status: 400, message: "填写的内容有误，请按提示更正。" },
  conflict: { status: 409, message: "这条记录刚被他人修改，请核对后再保存。" },
  state: { status: 409, message: "当前状态不能办理这件事。" },
  tooMany: { status: 429, message: "操作过于频繁，请稍后再试。" },
  unexpected: { status: 500, message: "系统出现意外问题，请稍后再试。" },
} as const;
export type ErrorCode = keyof typeof ERROR_CODES;

/** The one exception of the application: a code, a Chinese sentence and, where it helps, field messages. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string = ERROR_CODES[code].message,
    readonly fields: Record<string, string> = {},
    readonly data: unknown = undefined,
  ) {
    super(message);
    this.name = "AppError";
  }
}

export const notFoundError = () => new AppError("notFound");
