"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { Slip } from "@/lib/accounts/slip";

function SlipCard({ slip }: { slip: Slip }) {
  const rows = [["单位", slip.place], ["岗位", slip.offices], ["姓名或岗位名称", slip.displayName], ["用户名", slip.username], ["初始密码", slip.password]] as const;
  return (
    <section className="break-inside-avoid border border-dashed border-muted px-6 py-4" aria-label={`${slip.place}账号通知单`}>
      <h3 className="text-center font-semibold">优均创建平台账号通知单</h3>
      <dl className="mt-2 grid grid-cols-[8.5em_1fr] gap-y-1">
        {rows.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className={label === "用户名" || label === "初始密码" ? "font-mono text-base font-semibold tracking-wide break-all" : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-sm">首次登录须修改密码。请妥善保管，不要转交他人。</p>
    </section>
  );
}

/** A slip each, several to an A4 sheet, with a line to cut along. The browser asks before they are left unprinted. */
export function SlipSheet({ slips, onDone }: { slips: Slip[]; onDone: () => void }) {
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => sheet.current?.focus(), [slips]);
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", hold);
    return () => window.removeEventListener("beforeunload", hold);
  }, []);
  return (
    <section ref={sheet} tabIndex={-1} className="card px-5 py-4 print:border-0 print:p-0" aria-label="账号通知单">
      <header className="no-print mb-3 flex flex-wrap items-center justify-between gap-3">
        <div role="status">
          <h2 className="font-semibold">{slips.length} 张账号通知单，请现在打印或抄录</h2>
          <p className="text-sm text-warn">初始密码只显示这一次，离开本页后不能再查看；遗失时可以重置。</p>
        </div>
        <div className="flex gap-2">
          <Button look="primary" onClick={() => window.print()}>打印</Button>
          <Button onClick={onDone}>已打印，收起</Button>
        </div>
      </header>
      <div className="max-h-[60dvh] space-y-4 overflow-auto print:max-h-none print:overflow-visible">
        {slips.map((slip) => <SlipCard key={slip.username} slip={slip} />)}
      </div>
    </section>
  );
}
