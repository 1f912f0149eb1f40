"use client";

import { Check } from "lucide-react";
import { useState, useTransition } from "react";
import type { Identity } from "@/lib/access/list-identities";
import { switchOffice } from "@/lib/access/switch-office";

/** The places at which the person holds offices; choosing one leads to its home. */
export function IdentityList({ identities }: { identities: Identity[] }) {
  const [trouble, setTrouble] = useState("");
  const [busy, start] = useTransition();

  const choose = (membershipId: string) =>
    start(async () => {
      const result = await switchOffice(null, { membershipId });
      if (result.ok) window.location.assign(result.data);
      else setTrouble(result.message);
    });

  return (
    <section aria-labelledby="identities" className="mb-1 border-b border-line pb-1">
      <h2 id="identities" className="px-3 pt-1 text-xs text-muted">切换身份</h2>
      <ul>
        {identities.map(({ membershipId, title, active }) => (
          <li key={membershipId}>
            <button type="button" disabled={active || busy} aria-current={active ? "true" : undefined} onClick={() => choose(membershipId)}
              className="flex w-full items-start gap-2 rounded px-3 py-2 text-left text-sm hover:bg-brand-soft aria-[current]:font-semibold aria-[current]:text-brand">
              <Check aria-hidden size={16} className={active ? "mt-0.5 shrink-0" : "invisible mt-0.5 shrink-0"} />{title}
            </button>
          </li>
        ))}
      </ul>
      {trouble ? <p role="alert" className="px-3 py-1 text-sm text-fail">{trouble}</p> : null}
    </section>
  );
}
