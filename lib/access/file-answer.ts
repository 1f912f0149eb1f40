export type FileAnswer = { name: string; mime: string; bytes: Uint8Array };

/** A file as an answer: always saved, never opened inside the portal's own origin. */
export function fileAnswer({ name, mime, bytes }: FileAnswer): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": mime,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", "%27")}`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "private, no-store",
    },
  });
}
