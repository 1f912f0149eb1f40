import type { EvidenceFile } from "./list-evidence";

/** The evidence that stood at a moment (a version's submission), or that stands now when no moment is given. */
export function standingAt<T extends EvidenceFile>(files: T[], moment?: Date): T[] {
  if (!moment) return files.filter((file) => file.retiredAt === null);
  const at = moment.toISOString();
  return files.filter((file) => file.linkedAt <= at && (file.retiredAt === null || file.retiredAt > at));
}
