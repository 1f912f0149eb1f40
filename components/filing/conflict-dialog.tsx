"use client";

import { AlertDialog } from "radix-ui";
import { Button } from "@/components/ui/button";
import type { FieldValue } from "@/lib/forms/field";
import type { FieldSpec } from "@/lib/forms/field";
import { valueText } from "@/lib/forms/value-text";
import type { Conflict } from "./use-autosave";

/** Two people in one section: both values side by side, and the later one chooses. */
export function ConflictDialog({ conflict, fields, onSettle }: { conflict: Conflict; fields: FieldSpec[]; onSettle: (keep: "mine" | "theirs") => void }) {
  const differing = Object.keys(conflict.mine).map((key) => ({ key, label: fields.find((field) => field.key === key)?.label ?? key, mine: conflict.mine[key], theirs: conflict.theirs[key] }));
  const text = (value: FieldValue | undefined) => valueText(value);
  return (
    <AlertDialog.Root open>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-50 bg-black/30" />
        <AlertDialog.Content className="fixed top-1/2 left-1/2 z-50 max-h-[85dvh] w-[min(34rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 overflow-auto rounded-lg bg-surface p-6 shadow-xl">
          <AlertDialog.Title className="text-lg font-semibold">这一部分刚被他人保存过</AlertDialog.Title>
          <AlertDialog.Description className="mt-1 text-sm text-muted">请选择保留哪一份。没有列出的填报项不受影响。</AlertDialog.Description>
          <table className="mt-3 w-full text-sm">
            <thead><tr className="text-left text-muted"><th scope="col" className="py-1 font-medium">填报项</th><th scope="col" className="py-1 font-medium">我填的</th><th scope="col" className="py-1 font-medium">他人已保存的</th></tr></thead>
            <tbody>{differing.map((row) => <tr key={row.key} className="border-t border-line align-top"><th scope="row" className="py-1.5 pr-2 text-left font-normal">{row.label}</th><td className="py-1.5 pr-2">{text(row.mine)}</td><td className="py-1.5">{text(row.theirs)}</td></tr>)}</tbody>
          </table>
          <div className="mt-5 flex justify-end gap-2">
            <AlertDialog.Cancel asChild><Button onClick={() => onSettle("theirs")}>采用他人的</Button></AlertDialog.Cancel>
            <AlertDialog.Action asChild><Button look="primary" onClick={() => onSettle("mine")}>保留我的</Button></AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
