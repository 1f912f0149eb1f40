import { Finding } from "@/components/ui/finding";
import { changeRows, changeSentence } from "@/lib/time-series/change-rows";
import type { CountyTimeView } from "@/lib/time-series/load-time";
import { yearName } from "@/lib/results/years";
import { ChangeTable } from "./change-table";
import { CvYears } from "./cv-years";
import { ProjectionCard } from "./projection-card";

/** A county over the years: what changed and by what, every year's figures, and where the cohorts lead. */
export function CountyTime({ view }: { view: CountyTimeView }) {
  const { place, year, years, now, changes, goal, projection } = view;
  const before = years.find((one) => one.year === year - 1);
  const rows = now && before && changes ? changeRows(changes, before.stages, now.stages) : [];
  const sentence = rows.length > 0 ? `${place.name}${yearName(year)}与${yearName(year - 1)}相比，${changeSentence(rows)}` : `${place.name}${yearName(year)}或${yearName(year - 1)}的数据没有全部审定，不作两年比较。`;
  const otherReadings = before && now && JSON.stringify(before.standard.readings) !== JSON.stringify(now.standard.readings);
  return (
    <>
      <Finding tone={rows.length > 0 ? "neutral" : "pending"} sentence={sentence} />
      <CvYears code={place.code} years={years} />
      {rows.length > 0 ? <ChangeTable rows={rows} year={year} otherReadings={Boolean(otherReadings)} /> : null}
      <ProjectionCard code={place.code} goal={goal} years={years} projection={projection} />
    </>
  );
}
