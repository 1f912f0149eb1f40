"use client";

import { Button } from "@/components/ui/button";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="mx-auto max-w-lg px-5 py-24 text-center">
      <h1 className="text-xl font-semibold">系统出现意外问题</h1>
      <p className="mt-2 text-muted">已经记录。请重试；仍然不行，请把编号 {error.digest ?? "—"} 告诉管理员。</p>
      <p className="mt-6"><Button look="primary" onClick={reset}>重试</Button></p>
    </main>
  );
}
