import type { SnapshotResults } from "./snapshot";

/** 申报条件 as the platform can compute them. Pure. 教督〔2017〕6号 前提条件; seed: M2. */
export type Condition = { key: string; label: string; met: boolean; text: string };
export type ConditionFacts = { assessedYear: number; basicBalanceYear: number | null; basicProblemsOpen: number; results: SnapshotResults | null };

const YEARS = 3;

export function conditionsOf({ assessedYear, basicBalanceYear, basicProblemsOpen, results }: ConditionFacts): Condition[] {
  const years = basicBalanceYear === null ? null : assessedYear - basicBalanceYear;
  const failing = results?.items.filter(({ met }) => met === false).length ?? 0;
  const open = results?.items.filter(({ met }) => met === null).length ?? 0;
  return [
    { key: "basic-balance", label: `国家认定基本均衡满 ${YEARS} 年`, met: years !== null && years >= YEARS, text: years === null ? "没有填写认定年份" : `${basicBalanceYear} 年认定，至评估年度 ${years} 年` },
    { key: "basic-problems", label: "基本均衡认定时的问题已经解决", met: basicProblemsOpen === 0, text: basicProblemsOpen === 0 ? "整改台账中没有未销号的基本均衡遗留问题" : `整改台账中还有 ${basicProblemsOpen} 个未销号的基本均衡遗留问题` },
    { key: "complete", label: "应报学校全部审定", met: results !== null && results.reported > 0 && results.reported >= results.expected, text: results ? `应报 ${results.expected} 所，审定 ${results.reported} 所` : "还没有报送数据" },
    { key: "resources", label: "资源配置达标", met: results?.resourceVerdict === true, text: results === null ? "还没有报送数据" : results.resourceVerdict === null ? "尚无结论" : results.resourceVerdict ? "校校达标，差异系数均在限值内" : "有学校或差异系数未达标" },
    { key: "items", label: "政府保障程度、教育质量、社会认可度各项达标", met: results !== null && failing === 0 && open === 0, text: results === null ? "还没有报送数据" : failing + open === 0 ? "各项均达标" : `${failing} 项未达标，${open} 项尚无结论` },
  ];
}
