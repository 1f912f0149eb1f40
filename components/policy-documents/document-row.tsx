"use client";

import { useActionState, useState } from "react";
import { EvidenceField } from "@/components/evidence/evidence-field";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { StatusTag } from "@/components/ui/status-tag";
import { Said } from "@/components/ui/said";
import { TextField } from "@/components/ui/text-field";
import type { EvidenceFile } from "@/lib/evidence/list-evidence";
import type { DocumentView } from "@/lib/policy-documents/list-documents";
import { DOCUMENT_STATE_NAME, DOCUMENT_STATE_TONE, nextStates, type DocumentState } from "@/lib/policy-documents/rules";
import { saveDocument } from "@/lib/policy-documents/save-document";

type Props = { divisionCode: string; document: DocumentView; evidence: EvidenceFile[]; tasks: { id: string; title: string }[] };

const statesFor = (state: DocumentState): DocumentState[] => (state === "missing" ? ["drafting", "consulting", "reviewing", "issued"] : [state, ...nextStates(state)]);

/** Enters a document and moves it on, one step at a time. */
export function DocumentEditor({ divisionCode, document, evidence, tasks }: Props) {
  const [state, setState] = useState<DocumentState>(document.state === "missing" ? "drafting" : document.state);
  const [title, setTitle] = useState(document.title);
  const [number, setNumber] = useState(document.documentNumber);
  const [issuedOn, setIssuedOn] = useState(document.issuedOn ?? "");
  const [note, setNote] = useState(document.note);
  const [taskId, setTaskId] = useState(document.taskIds[0] ?? "");
  const [result, save, busy] = useActionState(saveDocument, null);
  const error = (field: string) => (result?.ok === false ? result.fields[field] : undefined);
  const own = document.code === "" || !document.code.startsWith("policy-");
  const id = document.code || "new";
  const issued = document.state === "issued";
  return (
    <form className="space-y-3 rounded-md bg-page px-4 py-3" onSubmit={sending(() => save({ divisionCode, code: document.code, version: document.version, title, state, documentNumber: number, issuedOn, note, taskIds: taskId }))}>
      {own ? <TextField id={`title-${id}`} label="文件名称" value={title} maxLength={200} error={error("title")} onChange={(event) => setTitle(event.target.value)} /> : null}
      <fieldset className="flex flex-wrap gap-x-4 gap-y-1 text-sm"><legend className="mb-1 font-medium">进展</legend>
        {statesFor(document.state).map((one) => <label key={one} className="flex items-center gap-1.5"><input type="radio" name={`state-${id}`} checked={state === one} onChange={() => setState(one)} /><StatusTag tone={DOCUMENT_STATE_TONE[one]}>{DOCUMENT_STATE_NAME[one]}</StatusTag></label>)}
      </fieldset>
      {error("state") ? <p className="text-sm text-fail">✕ {error("state")}</p> : null}
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField id={`number-${id}`} label="文号" value={number} maxLength={60} readOnly={issued} error={error("documentNumber")} onChange={(event) => setNumber(event.target.value)} />
        <TextField id={`issued-${id}`} label="印发日期" type="date" value={issuedOn} readOnly={issued} error={error("issuedOn")} onChange={(event) => setIssuedOn(event.target.value)} />
      </div>
      <label className="block text-sm font-medium">服务的任务<select value={taskId} onChange={(event) => setTaskId(event.target.value)} className="mt-1 w-full rounded-md border border-line bg-surface px-3 py-2 font-normal"><option value="">未关联</option>{tasks.map((task) => <option key={task.id} value={task.id}>{task.title}</option>)}</select></label>
      <TextField id={`note-${id}`} label="备注（选填）" value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      <div className="flex items-center gap-3"><Button type="submit" look="primary" disabled={busy} aria-label={`保存${title || "文件"}`}>保存</Button><Said result={result} /></div>
      {document.version > 0 ? <EvidenceField subject={{ entity: "policy_document", entityId: `${divisionCode}/${document.code}`, item: "text" }} title={document.title} files={evidence} /> : null}
    </form>
  );
}
