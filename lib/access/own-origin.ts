/** Whether a request comes from our own pages: a browser names the page's origin with every write. */
export function fromOwnPages(headers: Headers): boolean {
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}
