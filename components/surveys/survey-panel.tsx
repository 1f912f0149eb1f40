import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import { shareText } from "@/lib/items/share";
import type { SurveysView } from "@/lib/surveys/load-surveys";
import { MODES, SMALLEST, SURVEY_STATE_NAME, SURVEY_STATE_TONE } from "@/lib/surveys/rules";

/** The surveys of a county, or of the counties below. */
export function SurveyPanel({ view: { place, surveys, manages } }: { view: SurveysView }) {
  const open = surveys.filter((survey) => survey.state === "open").length;
  return (
    <>
      <Finding tone={open > 0 ? "pending" : "neutral"} sentence={surveys.length === 0 ? `${place.name}还没有社会认可度调查。` : `${place.name}社会认可度调查 ${surveys.length} 项，${open > 0 ? `${open} 项正在进行` : "没有正在进行的"}。`}>
        匿名作答，不收集姓名、电话等个人信息；县级自测，非认定结果。
        {manages ? <span className="no-print mt-2 block"><Link className={buttonClass("primary")} href={`/d/${place.code}/surveys/new`} prefetch={false}>组织调查</Link></span> : null}
      </Finding>
      {surveys.length === 0 ? <Empty title="还没有调查">县级教育行政部门组织调查后，在这里查看回收和结果。</Empty> : (
        <Card title={`调查 ${surveys.length} 项`}>
          <DataTable caption="社会认可度调查" rows={surveys} rowKey={(survey) => survey.id} columns={[
            { key: "title", header: "调查", cell: (survey) => <Link className="link" href={`/d/${survey.divisionCode}/surveys/${survey.id}`} prefetch={false}>{survey.title}</Link> },
            ...(place.level === "county" ? [] : [{ key: "place", header: "县（市、区）", cell: (survey: (typeof surveys)[number]) => survey.place }]),
            { key: "mode", header: "方式", cell: (survey) => MODES[survey.mode] },
            { key: "days", header: "时间", cell: (survey) => `${survey.opensOn} 至 ${survey.closesOn}` },
            { key: "returned", header: "收回", unit: "份", numeric: true, cell: ({ result: { total } }) => (total.withheld === null ? total.returned.toLocaleString("zh-CN") : total.returned < SMALLEST ? `不足 ${SMALLEST}` : "—") },
            { key: "share", header: "满意度", numeric: true, cell: ({ result: { total } }) => (total.withheld !== null ? "暂不显示" : total.valid === 0 ? "—" : shareText(total.satisfied, total.valid)) },
            { key: "state", header: "状态", cell: (survey) => <StatusTag tone={SURVEY_STATE_TONE[survey.state]}>{SURVEY_STATE_NAME[survey.state]}</StatusTag> },
          ]} />
        </Card>
      )}
    </>
  );
}
