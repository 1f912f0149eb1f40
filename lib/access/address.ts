/**
 * The address that a request came from. The header is trusted because scripts/start overwrites it with the socket's
 * address, unless YOUJUN_TRUST_PROXY=1 says that a proxy in front writes it.
 */
export function addressOf(headers: Record<string, unknown>): string {
  const forwarded = headers["x-forwarded-for"];
  const last = typeof forwarded === "string" ? forwarded.split(",").at(-1)?.trim() : undefined;
  return last && last.length <= 64 ? last : "unknown";
}
