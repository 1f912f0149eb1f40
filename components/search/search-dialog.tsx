"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { SEARCH_LIMIT as LIMIT } from "@/lib/search/match";
import { useHits, type Hit } from "./use-hits";

const GROUPS = [{ kind: "page", title: "页面" }, { kind: "place", title: "地区" }, { kind: "school", title: "学校" }] as const;

/** Type, move with the arrows, open with Enter, leave with Esc. The browser's own dialog keeps the focus inside. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const router = useRouter();
  const [word, setWord] = useState("");
  const [place, setPlace] = useState(0);
  const { hits, trouble, waiting } = useHits(word.trim());
  const at = Math.min(place, Math.max(0, hits.length - 1));

  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    document.getElementById(`search-hit-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [at]);

  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    dialog.current?.close();
    router.push(hit.href);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return; // the input method takes Enter and the arrows while pinyin is being typed
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && hits.length > 0) {
      event.preventDefault();
      setPlace((at + step + hits.length) % hits.length);
    }
    if (event.key === "Enter") {
      event.preventDefault();
      if (!waiting) go(hits[at]);
    }
  };
  const status = trouble || (waiting ? "" : hits.length === 0 ? "没有找到。可以输入名称、代码或拼音首字母。" : hits.length < LIMIT ? `${hits.length} 条结果` : `只列出前 ${LIMIT} 条，多输入几个字可以缩小范围`);

  return (
    <dialog ref={dialog} aria-label="搜索" onClose={onClose} onClick={(event) => event.target === dialog.current && dialog.current?.close()}
      className="mx-auto mt-[8dvh] max-h-[80dvh] w-[min(36rem,calc(100vw-1.5rem))] overflow-hidden rounded-lg border border-line bg-surface p-0 text-ink shadow-xl backdrop:bg-black/30">
      <div className="flex max-h-[80dvh] flex-col">
        <div className="flex items-center gap-2 border-b border-line p-3">
          <input role="combobox" aria-expanded={hits.length > 0} aria-controls="search-hits" aria-activedescendant={hits.length > 0 ? `search-hit-${at}` : undefined} aria-autocomplete="list" aria-label="搜索学校、地区和页面"
            autoFocus autoComplete="off" spellCheck={false} maxLength={40} placeholder="校名、地名、代码或拼音首字母" value={word} onChange={(event) => { setWord(event.target.value); setPlace(0); }} onKeyDown={keys}
            className="min-w-0 flex-1 rounded-md border border-line bg-surface px-3 py-2" />
          <button type="button" className="link shrink-0 px-2 text-sm" onClick={() => dialog.current?.close()}>关闭</button>
        </div>
        <p role="status" className={trouble ? "px-4 pt-2 text-sm text-fail" : "px-4 pt-2 text-sm text-muted"}>{status}</p>
        <div id="search-hits" role="listbox" aria-label="搜索结果" className="overflow-auto p-2">
          {GROUPS.map(({ kind, title }) => hits.some((hit) => hit.kind === kind) ? (
            <div key={kind} role="group" aria-label={title}>
              <p aria-hidden className="px-2 pt-2 pb-1 text-xs text-muted">{title}</p>
              {hits.map((hit, index) => hit.kind === kind ? (
                <div key={hit.href} id={`search-hit-${index}`} role="option" aria-selected={index === at} onMouseMove={() => setPlace(index)} onClick={() => go(hit)}
                  className="flex min-h-10 cursor-pointer flex-wrap items-baseline justify-between gap-x-4 rounded px-2 py-1.5 aria-selected:bg-brand-soft aria-selected:text-brand">
                  <span>{hit.title}</span><span className="text-sm text-muted">{hit.note}</span>
                </div>
              ) : null)}
            </div>
          ) : null)}
        </div>
      </div>
    </dialog>
  );
}
