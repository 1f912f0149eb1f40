"use client";

import { LoaderCircle } from "lucide-react";
import { useEffect, useState } from "react";

/** What the portal is doing while a plan is worked out; the rest of the portal can be used meanwhile. */
export function Working({ rotation, done }: { rotation: boolean; done: boolean }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((value) => value + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="flex items-center gap-2 text-sm text-muted">
      <LoaderCircle aria-hidden size={16} className="animate-spin" />
      <span role="status">{done ? "测算完成，正在打开方案…" : rotation ? "正在求解教师调配方案并证明人数最少，一般十秒以内，最长约 20 秒。" : "正在求最少的增补并代回评估程序复核，一般几秒以内。"}</span>
      {done ? null : <span aria-hidden>已用 {seconds} 秒</span>}
    </p>
  );
}
