import type { Contribution } from "@/lib/evaluation/contributions";
import { formatCv } from "@/lib/evaluation/format";
import type { CountyCv, Stages } from "@/lib/results/cvs";
import { failingCvs, nearCvs } from "@/lib/results/cvs";
import { INDICATORS, STAGE_NAME } from "@/lib/standard/indicators";
import { concentrationOf, concentrationText } from "./concentration";
import { sizeOf, WEIGHT, type Finding } from "./finding";

export type Contributions = (cv: CountyCv) => readonly Contribution[];

const nameOf = ({ stage, key }: CountyCv): string => `${STAGE_NAME[stage]}${INDICATORS[key].shortName}`;
/** The anchor of a coefficient's schools on the overview. */
export const cvAnchor = ({ stage, key }: Pick<CountyCv, "stage" | "key">): string => `cv-${stage}-${key}`;

/** “骨干教师 0.512 超出 0.012”: the excess is that of the printed figure, so that the two agree. */
function failing(cv: CountyCv, contributions: Contributions, overview: string): Finding {
  const printed = formatCv(cv.cv, cv.limit);
  const found = concentrationOf(contributions(cv));
  return {
    key: `cv.${cv.stage}.${cv.key}`, weight: WEIGHT.cv + sizeOf(cv.cv / cv.limit - 1), tone: "fail", href: `${overview}#${cvAnchor(cv)}`,
    sentence: `${nameOf(cv)}差异系数 ${printed}，比限值 ${cv.limit.toFixed(2)} 超出 ${(Number(printed) - cv.limit).toFixed(3)}${found ? `；${concentrationText(found)}` : ""}。`,
  };
}

function near(cvs: CountyCv[], indicators: string): Finding[] {
  if (cvs.length === 0) return [];
  const named = cvs.slice(0, 3).map((cv) => `${nameOf(cv)} ${formatCv(cv.cv)}（限值 ${cv.limit.toFixed(2)}）`).join("、");
  return [{ key: "cv-near", weight: WEIGHT.near, tone: "warn", href: indicators, sentence: `${cvs.length} 项差异系数在限值以内但已超过限值的 95%：${named}${cvs.length > 3 ? "等" : ""}。` }];
}

/** Coefficients of a county beyond their limits, each with the schools it lies in, and those close to one. */
export const cvFindings = (stages: Stages, contributions: Contributions, at: { overview: string; indicators: string }): Finding[] => [
  ...failingCvs(stages).map((cv) => failing(cv, contributions, at.overview)),
  ...near(nearCvs(stages), at.indicators),
];
