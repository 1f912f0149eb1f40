/** 座谈走访: kinds, groups of people, counts. Pure. Counts only: nobody is named. seed: S10. */
export const INTERVIEW_KINDS = ["meeting", "visit", "talk"] as const;
export type InterviewKind = (typeof INTERVIEW_KINDS)[number];
export const INTERVIEW_KIND_NAME: Record<InterviewKind, string> = { meeting: "座谈", visit: "实地走访", talk: "访谈" };

export const INTERVIEW_GROUPS = ["parents", "teachers", "heads", "students", "delegates", "community"] as const;
export type InterviewGroup = (typeof INTERVIEW_GROUPS)[number];
export const INTERVIEW_GROUP_NAME: Record<InterviewGroup, string> = { parents: "学生家长", teachers: "教师", heads: "校长", students: "学生", delegates: "人大代表、政协委员", community: "社区和群众" };

export type GroupCount = { group: InterviewGroup; met: number; satisfied: number };
export const sumGroups = (groups: GroupCount[]): { met: number; satisfied: number } => groups.reduce((sum, one) => ({ met: sum.met + one.met, satisfied: sum.satisfied + one.satisfied }), { met: 0, satisfied: 0 });

/** The counts of several records by group, groups that nobody met left out. */
export function mergeGroups(records: { groups: GroupCount[] }[]): GroupCount[] {
  const all = records.flatMap((record) => record.groups);
  return INTERVIEW_GROUPS.flatMap((group) => { const own = sumGroups(all.filter((one) => one.group === group)); return own.met > 0 ? [{ group, ...own }] : []; });
}
