import { Finding } from "@/components/ui/finding";
import { PrintButton } from "@/components/ui/print-button";
import { Empty } from "@/components/ui/empty";
import type { Booklet } from "@/lib/ledger/load-booklet";
import { BookletTable } from "./booklet";
import { summariseLedger } from "./summarise";
import { YearTable } from "./year-table";

/** The county's ledger as a booklet: the summary by item and year, the county's own problems, then school by school. */
export function CountyBooklet({ view: { place, counts, years, county, schools } }: { view: Booklet }) {
  const { sentence, tone } = summariseLedger(place.name, counts);
  return (
    <>
      <Finding tone={tone} sentence={`${place.name}义务教育优质均衡整改台账册。${sentence}`}><span className="no-print mt-2 flex gap-2"><PrintButton /></span></Finding>
      {counts.total === 0 ? <Empty title="台账中还没有问题">县级教育行政部门自查后生成。</Empty> : <YearTable table={years} />}
      {county.length > 0 ? <BookletTable title="县级问题" entries={county} /> : null}
      {schools.map((school) => <BookletTable key={school.id} title={school.name} entries={school.entries} />)}
    </>
  );
}
