/** The three preconditions of 先行创建: what the platform knows is computed, the rest is a statement with evidence. Pure. 教基厅函〔2021〕43号; seed: M2, M7 */
export const STATEMENTS = {
  leadership: { label: "党委政府重视，政策体系健全", hint: "领导机制、政策文件、统筹落实" },
  ecology: { label: "教育生态良好", hint: "“双减”、民办义务教育规范、招生入学、教师待遇保障、群众满意度" },
} as const;
export type StatementKey = keyof typeof STATEMENTS;
export const STATEMENT_KEYS = ["leadership", "ecology"] as const satisfies readonly StatementKey[];

export type NominationCondition = { key: string; label: string; met: boolean | null; text: string; /** A county that does not meet it is not nominated. */ binding: boolean };
export type PresentFigures = { year: number; sections: number; compliantSections: number; cvCount: number; cvWithinLimit: number; recognition: number | null; payMet: boolean | null } | null;
export type ConditionFacts = { batchYear: number; basicBalanceYear: number | null; basicProblemsOpen: number; figures: PresentFigures; statements: Record<StatementKey, string>; evidence: Record<StatementKey, number> };

const YEARS = 3;
const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

export function nominationConditions({ batchYear, basicBalanceYear, basicProblemsOpen, figures, statements, evidence }: ConditionFacts): NominationCondition[] {
  const years = basicBalanceYear === null ? null : batchYear - basicBalanceYear;
  const stated = STATEMENT_KEYS.map((key): NominationCondition => {
    const written = statements[key] !== "";
    return { key, label: STATEMENTS[key].label, binding: true, met: written && evidence[key] > 0, text: !written ? "没有填写说明" : evidence[key] === 0 ? "已填写说明，没有佐证材料" : `已填写说明，佐证材料 ${evidence[key]} 份` };
  });
  return [
    ...stated,
    { key: "basic-balance", label: `国家认定基本均衡满 ${YEARS} 年`, binding: true, met: years !== null && years >= YEARS, text: years === null ? "没有填写认定年份" : `${basicBalanceYear} 年认定，至 ${batchYear} 年 ${years} 年` },
    { key: "basic-problems", label: "基本均衡认定时的问题已经解决", binding: true, met: basicProblemsOpen === 0, text: basicProblemsOpen === 0 ? "整改台账中没有未销号的基本均衡遗留问题" : `整改台账中还有 ${basicProblemsOpen} 个未销号的基本均衡遗留问题` },
    // What follows is shown for the choice; it binds nobody: the standard is what 先行创建 leads to.
    { key: "schools", label: "资源配置达标的学校（学段）", binding: false, met: figures === null ? null : figures.sections > 0 && figures.compliantSections === figures.sections, text: figures === null ? "还没有审定的数据" : `${figures.year}学年初 ${figures.compliantSections}／${figures.sections}` },
    { key: "cv", label: "差异系数在限值内", binding: false, met: figures === null ? null : figures.cvCount > 0 && figures.cvWithinLimit === figures.cvCount, text: figures === null ? "还没有审定的数据" : `${figures.year}学年初 ${figures.cvWithinLimit}／${figures.cvCount}` },
    { key: "pay", label: "教师平均工资收入不低于公务员", binding: false, met: figures?.payMet ?? null, text: figures?.payMet === true ? "达标" : figures?.payMet === false ? "未达标" : "尚无结论" },
    { key: "recognition", label: "社会认可度不低于 85%", binding: false, met: figures?.recognition == null ? null : figures.recognition >= 0.85, text: figures?.recognition == null ? "尚无结论" : percent(figures.recognition) },
  ];
}

/** The binding conditions that are not met, as one sentence; null when the county may be nominated. */
export function refuseConditions(conditions: readonly NominationCondition[]): string | null {
  const unmet = conditions.filter(({ binding, met }) => binding && met !== true);
  return unmet.length === 0 ? null : `有 ${unmet.length} 项前提条件未满足：${unmet.map(({ label, text }) => `${label}（${text}）`).join("；")}。`;
}
