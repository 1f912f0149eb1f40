"use client";

import { useSyncExternalStore } from "react";
import { DISPLAY_COOKIE, DISPLAY_SWITCHES, type DisplayKey } from "@/lib/access/display-mode";

type Switch = (typeof DISPLAY_SWITCHES)[number];

const YEAR = 365 * 86_400;
const CHANGED = "youjun-display";

const isOn = ({ attribute, value }: Switch) => document.documentElement.getAttribute(attribute) === value;

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  return () => window.removeEventListener(CHANGED, listener);
}

/** At once on the page that is open, and in the cookie for every page to come. */
function flip(chosen: Switch): void {
  if (isOn(chosen)) document.documentElement.removeAttribute(chosen.attribute);
  else document.documentElement.setAttribute(chosen.attribute, chosen.value);
  const words = DISPLAY_SWITCHES.filter(isOn).map(({ key }) => key);
  document.cookie = `${DISPLAY_COOKIE}=${words.join(".")}; path=/; max-age=${YEAR}; samesite=lax`;
  window.dispatchEvent(new Event(CHANGED));
}

function Row({ item, initial }: { item: Switch; initial: boolean }) {
  const on = useSyncExternalStore(subscribe, () => isOn(item), () => initial);
  return (
    <button type="button" role="switch" aria-checked={on} onClick={() => flip(item)} className="group flex min-h-10 w-full items-center justify-between gap-3 rounded px-3 py-1.5 text-left text-sm hover:bg-brand-soft">
      {item.label}
      <span aria-hidden className="flex items-center gap-2 text-muted">
        {on ? "开" : "关"}
        <span className="relative h-5 w-9 rounded-full border border-muted bg-page group-aria-checked:border-brand group-aria-checked:bg-brand">
          <span className="absolute top-0.5 left-0.5 size-3.5 rounded-full bg-muted group-aria-checked:left-auto group-aria-checked:right-0.5 group-aria-checked:bg-white" />
        </span>
      </span>
    </button>
  );
}

/** 大字 and 高对比 (GB/T 37668). `initial` is what the cookie said when the page was made. */
export function DisplaySwitches({ initial = [] }: { initial?: DisplayKey[] }) {
  return <div role="group" aria-label="显示">{DISPLAY_SWITCHES.map((item) => <Row key={item.key} item={item} initial={initial.includes(item.key)} />)}</div>;
}
