"use client";

import clsx from "clsx";
import { useState, type ChangeEvent, type DragEvent } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { templateCsv } from "@/lib/exchange/template";

/** Makes the template here and hands it to the browser's download. */
function downloadTemplate() {
  const address = URL.createObjectURL(new Blob([templateCsv()], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: "县域基础数据表.csv" });
  link.click();
  URL.revokeObjectURL(address);
}

type Props = { busy: boolean; onFile: (file: File) => void; onPaste: (text: string) => void; onExample: () => void };

function FileDrop({ busy, onFile }: Pick<Props, "busy" | "onFile">) {
  const [over, setOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !busy) onFile(file);
  }
  function choose(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    if (file) onFile(file);
    event.target.value = ""; // the same file, corrected, can be chosen again
  }

  return (
    <label
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={clsx("block cursor-pointer rounded-lg border border-dashed px-4 py-8 text-center focus-within:outline-2 focus-within:outline-brand hover:bg-brand-soft", over ? "border-brand bg-brand-soft" : "border-line")}
    >
      <span className="font-medium text-brand">选择基础数据表文件</span>
      <span className="block text-sm text-muted">也可拖到这里；支持 .xlsx 和 .csv，每行一所学校</span>
      <input type="file" accept=".xlsx,.csv,.tsv,.txt" className="sr-only" onChange={choose} disabled={busy} />
    </label>
  );
}

/** Three ways in: a file, a paste from a spreadsheet, the example. */
export function InputPanel({ busy, onFile, onPaste, onExample }: Props) {
  const [text, setText] = useState("");
  return (
    <Card
      title="填入数据"
      lead="数据只在本机浏览器内计算，不上传、不保存；关闭页面即清除。"
      aside={
        <div className="flex flex-wrap gap-2">
          <Button onClick={onExample} disabled={busy}>填入示例</Button>
          <Button onClick={downloadTemplate}>下载模板</Button>
        </div>
      }
    >
      <div className="grid gap-4 md:grid-cols-2">
        <FileDrop busy={busy} onFile={onFile} />
        <div>
          <label htmlFor="pasted" className="mb-1 block text-sm font-medium">从电子表格复制后粘贴（连同表头）</label>
          <textarea id="pasted" value={text} onChange={(event) => setText(event.target.value)} rows={3} spellCheck={false} wrap="off"
            className="w-full rounded-md border border-line bg-surface px-3 py-2 text-sm" />
          <Button look="primary" className="mt-1" disabled={busy || text.trim() === ""} onClick={() => onPaste(text)}>计算粘贴的内容</Button>
        </div>
      </div>
    </Card>
  );
}
