import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { demoNotice } from "@/lib/access/demo-notice";
import { DISPLAY_COOKIE, displayMode } from "@/lib/access/display-mode";
import "./globals.css";

export const metadata: Metadata = { title: { default: "优均创建平台", template: "%s · 优均创建平台" }, description: "县域义务教育优质均衡创建平台" };
export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [demo, jar] = await Promise.all([demoNotice(), cookies()]);
  return (
    <html lang="zh-CN" {...displayMode(jar.get(DISPLAY_COOKIE)?.value)}>
      <body>
        {children}
        {demo ? <div className="watermark" role="note" aria-label={demo} /> : null}
      </body>
    </html>
  );
}
