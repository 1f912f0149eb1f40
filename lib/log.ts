import pino from "pino";

/** The only way to write to the log: one JSON line an event. */
export const log = pino({ level: process.env.LOG_LEVEL ?? "info", base: null, timestamp: pino.stdTimeFunctions.isoTime });
