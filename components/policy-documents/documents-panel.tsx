import Link from "next/link";
import { EvidenceLinks } from "@/components/evidence/evidence-links";
import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import type { DocumentsView } from "@/lib/policy-documents/load-documents";
import { DOCUMENT_STATE_NAME, DOCUMENT_STATE_TONE } from "@/lib/policy-documents/rules";
import { DocumentEditor } from "./document-row";

const NEW = { code: "", number: 0, title: "", state: "missing", documentNumber: "", issuedOn: null, note: "", taskIds: [], version: 0 } as const;

/** The policy documents of a county: what is missing stands out; the bureau enters and moves them on. */
export function DocumentsPanel({ view }: { view: DocumentsView }) {
  const { place, documents, evidence, tasks, manages } = view;
  const missing = documents.filter((document) => document.state === "missing").length;
  const issued = documents.filter((document) => document.state === "issued").length;
  return (
    <>
      <Finding tone={missing > 0 ? "warn" : issued === documents.length ? "pass" : "pending"} sentence={`${place.name}政策（制度）清单 ${documents.length} 份：已印发 ${issued} 份，办理中 ${documents.length - issued - missing} 份，未起草 ${missing} 份。`}>
        清单样式取自西教体函发〔2022〕203号附件（原编号 1—15，无第 8 号）；各县可添加本县文件。
      </Finding>
      <Card title="政策（制度）清单">
        <ul className="divide-y divide-line">
          {documents.map((document) => {
            const files = evidence.filter((file) => file.entityId === `${place.code}/${document.code}`);
            const serves = tasks.filter((task) => document.taskIds.includes(task.id));
            return (
              <li key={document.code} className="space-y-2 py-3">
                <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                  <span className="font-medium">{document.number < 100 ? `${document.number}. ` : ""}{document.title}</span>
                  <StatusTag tone={DOCUMENT_STATE_TONE[document.state]}>{DOCUMENT_STATE_NAME[document.state]}</StatusTag>
                  {document.documentNumber ? <span className="text-sm">{document.documentNumber}</span> : null}
                  {document.issuedOn ? <span className="text-sm text-muted tabular-nums">{document.issuedOn} 印发</span> : null}
                </div>
                {serves.map((task) => <p key={task.id} className="text-sm text-muted">服务任务：<Link className="link" href={`/d/${place.code}/tasks/${task.id}`} prefetch={false}>{task.title}</Link></p>)}
                {document.note ? <p className="text-sm text-muted">{document.note}</p> : null}
                {manages ? <details><summary className="cursor-pointer text-sm text-brand" aria-label={`办理：${document.title}`}>办理</summary><div className="mt-2"><DocumentEditor key={document.version} divisionCode={place.code} document={document} evidence={files} tasks={tasks} /></div></details> : <EvidenceLinks files={files} />}
              </li>
            );
          })}
        </ul>
      </Card>
      {manages ? <Card title="添加本县文件"><DocumentEditor key={documents.length} divisionCode={place.code} document={{ ...NEW, taskIds: [] }} evidence={[]} tasks={tasks} /></Card> : null}
    </>
  );
}
