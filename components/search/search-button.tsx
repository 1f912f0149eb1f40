"use client";

import { Search } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";

/** Fetched when the search is first opened: it weighs on no page's first load. */
const SearchDialog = lazy(async () => ({ default: (await import("./search-dialog")).SearchDialog }));

/** The search of the header, also by Ctrl+K. */
export function SearchButton() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)} aria-haspopup="dialog" aria-keyshortcuts="Control+K" className="flex min-h-8 items-center gap-2 rounded-md border border-line px-2.5 py-1 text-sm text-muted hover:bg-brand-soft">
        <Search aria-hidden size={16} />
        <span className="max-sm:sr-only">搜索</span>
        <kbd aria-hidden className="hidden rounded border border-line bg-page px-1 font-sans text-xs lg:inline">Ctrl+K</kbd>
      </button>
      {open ? <Suspense><SearchDialog onClose={() => setOpen(false)} /></Suspense> : null}
    </>
  );
}
