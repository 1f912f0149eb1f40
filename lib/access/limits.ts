/** One table of limits, each with its reason. */

/** Wrong passwords in a row on one account before it rests for a minute, then two, four … (等保2.0 登录失败处理). */
export const ACCOUNT_THRESHOLD = 5;
/** The same for one address; a bureau's people share one, so it is wider. */
export const ADDRESS_THRESHOLD = 50;
/** A working day; a session at rest for two hours ends earlier (prisma/migrations/0003_sign_in). */
export const SESSION_HOURS = 12;
/** Characters of a password (等保2.0 口令复杂度). */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;
/** Bytes of a request body: a filing section with 100 classes is below 20 kB. */
export const BODY_BYTES = 256 * 1024;
/** Bytes of one piece of evidence, and pieces an item (FIELDS 5). */
export const EVIDENCE_BYTES = 20 * 1024 * 1024;
export const EVIDENCE_FILES = 5;
/** Bytes of a table that is imported; next.config lets a little more through so that the refusal is a sentence of ours. */
export const IMPORT_BYTES = 10 * 1024 * 1024;
/** A table of so many bytes when unpacked is no county's: 150 schools are below 1 MB. */
export const UNPACKED_BYTES = 120 * 1024 * 1024;
