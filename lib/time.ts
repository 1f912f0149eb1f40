const dateTime = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hour12: false });
const day = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", year: "numeric", month: "2-digit", day: "2-digit" });

const isoDay = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" });
/** The day in Asia/Shanghai, as 2026-11-22. */
export const shanghaiDay = (at: Date): string => isoDay.format(at);

/** “2026-11-22 16:42” in Asia/Shanghai. */
export const dateTimeText = (at: Date): string => dateTime.format(at).replaceAll("/", "-");
/** “2026-11-22” in Asia/Shanghai. */
export const dateText = (at: Date): string => day.format(at).replaceAll("/", "-");

/** A day that the database keeps (a date column: midnight UTC) as YYYY-MM-DD; no zone moves it. */
export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
