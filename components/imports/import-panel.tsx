"use client";

import { useState } from "react";
import { Card } from "@/components/ui/card";
import { FileChoice } from "./file-choice";
import { ImportOutcome } from "./import-outcome";
import { useImport } from "./use-import";

/** The base table of the county into the drafts of its schools: choose, look, confirm. */
export function ImportPanel({ divisionCode, year }: { divisionCode: string; year: number }) {
  const [file, setFile] = useState<File | null>(null);
  const run = useImport({ divisionCode, year });
  return (
    <Card title="导入基础数据表" lead="按学校标识码写入本县各校的自评草稿；空白格不改动已有数据，已提交、已审定的自评不受影响。">
      <div className="space-y-4">
        <FileChoice label="选择基础数据表" accept=".xlsx,.csv,.tsv,.txt" file={file} busy={run.busy} onChoose={(chosen) => { setFile(chosen); run.look(chosen); }} />
        <ImportOutcome run={run} />
      </div>
    </Card>
  );
}
