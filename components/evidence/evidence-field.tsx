"use client";

import { useId, useState } from "react";
import { EVIDENCE_BYTES, EVIDENCE_FILES } from "@/lib/access/limits";
import { ACCEPT, refuseFile, sizeText } from "@/lib/evidence/files";
import type { EvidenceFile } from "@/lib/evidence/list-evidence";
import { standingAt } from "@/lib/evidence/standing";
import type { Subject } from "@/lib/evidence/subjects";
import { EvidenceLinks } from "./evidence-links";
import { sendFile, takeOff } from "./send-file";

/** The evidence of one item while it is filled in: choose files, several at once; each refusal is said at its file. */
export function EvidenceField({ subject, title, files: initial }: { subject: Subject; title: string; files: EvidenceFile[] }) {
  const [files, setFiles] = useState(() => standingAt(initial));
  const [faults, setFaults] = useState<string[]>([]);
  const [sending, setSending] = useState<string | null>(null);
  const input = useId();
  const room = EVIDENCE_FILES - files.length;

  const add = async (chosen: File[]) => {
    const told: string[] = chosen.slice(room).map((file) => `每一项最多 ${EVIDENCE_FILES} 份，“${file.name}”没有上传。`);
    for (const file of chosen.slice(0, room)) {
      const refused = refuseFile(file);
      if (refused) { told.push(refused); continue; }
      setSending(file.name);
      const result = await sendFile(subject, file);
      if (result.ok) setFiles((before) => [...before, result.data]);
      else told.push(result.message);
    }
    setSending(null);
    setFaults(told);
  };
  const remove = async (file: EvidenceFile) => {
    const fault = await takeOff(file.id);
    setFaults(fault ? [fault] : []);
    if (!fault) setFiles((before) => before.filter((kept) => kept.id !== file.id));
  };

  return (
    <div className="space-y-2" role="group" aria-label={`${title}的佐证材料`}>
      <EvidenceLinks files={files} action={(file) => (file.removable ? <button type="button" className="shrink-0 text-muted hover:text-fail" aria-label={`移除${file.name}`} onClick={() => void remove(file)}>移除</button> : null)} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <label htmlFor={input} className={`cursor-pointer rounded-md border border-line bg-surface px-3 py-1.5 font-medium focus-within:outline-2 hover:bg-page ${room <= 0 || sending ? "pointer-events-none opacity-50" : ""}`}>
          {sending ? "正在上传…" : "上传佐证材料"}
          <input id={input} type="file" multiple accept={ACCEPT} disabled={room <= 0 || sending !== null} className="sr-only" aria-label={`上传佐证材料：${title}`}
            onChange={(event) => { const chosen = [...(event.target.files ?? [])]; event.target.value = ""; void add(chosen); }} />
        </label>
        <span className="text-muted">最多 {EVIDENCE_FILES} 份，每份不超过 {sizeText(EVIDENCE_BYTES)}；不要上传含学生个人信息的材料。</span>
      </div>
      <div role="status">{faults.map((fault) => <p key={fault} className="rounded bg-fail-soft px-3 py-1.5 text-sm text-fail">✕ {fault}</p>)}</div>
    </div>
  );
}
