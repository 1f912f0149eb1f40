import { Paperclip } from "lucide-react";
import { sizeText } from "@/lib/evidence/files";
import type { EvidenceFile } from "@/lib/evidence/list-evidence";

type Props = { files: EvidenceFile[]; action?: (file: EvidenceFile) => React.ReactNode };

/** Pieces of evidence to download, each with its size; with an act beside it where the reader may change them. */
export function EvidenceLinks({ files, action }: Props) {
  if (files.length === 0) return null;
  return (
    <ul className="space-y-1 text-sm">
      {files.map((file) => (
        <li key={file.id} className="flex items-baseline gap-2">
          <Paperclip aria-hidden className="size-3.5 shrink-0 self-center text-muted" />
          <a className="link min-w-0 break-all" href={`/api/evidence/${file.fileId}`} download={file.name}>{file.name}</a>
          <span className="shrink-0 text-muted">{sizeText(file.size)}</span>
          {action?.(file)}
        </li>
      ))}
    </ul>
  );
}
