"use client";

/** Back to the place on the page that one came from; opened by its address, to the page where the figure stands. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <a className="link no-print" href={href} onClick={(event) => { if (window.history.length > 1 && !event.ctrlKey && !event.metaKey && !event.shiftKey) { event.preventDefault(); window.history.back(); } }}>{children}</a>
  );
}
