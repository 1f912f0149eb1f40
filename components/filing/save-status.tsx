"use client";

import type { SaveState } from "./use-autosave";

const clock = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", hour: "2-digit", minute: "2-digit", hour12: false });

/** What became of what was typed, in words. */
export function SaveStatus({ state }: { state: SaveState }) {
  const text = state.kind === "saved" ? (state.at ? `✓ 已自动保存 ${clock.format(new Date(state.at))}` : "自动保存")
    : state.kind === "saving" ? "正在保存…"
    : state.kind === "offline" ? "▲ 连接中断，已填内容保留在本机，恢复后自动保存"
    : state.kind === "expired" ? "▲ 登录已过期，请在新窗口重新登录；已填内容保留在本机"
    : `✕ ${state.message}`;
  const tone = state.kind === "saved" ? "text-pass" : state.kind === "saving" ? "text-muted" : state.kind === "refused" ? "text-fail" : "text-warn";
  return <p role="status" data-testid="save-status" className={`text-sm ${tone}`}>{text}</p>;
}
