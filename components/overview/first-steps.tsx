import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";

/** What a county's 教育行政部门 does on its first day, in order; shown until its first filing year is open. */
export function FirstSteps({ code, name }: { code: string; name: string }) {
  const steps: [string, string, string][] = [
    ["建立学校名录", `/d/${code}/roster`, "逐所列入，或用县域基础数据表一次导入；校区和教学点写明由哪所学校填报。"],
    ["建立学校和单位的账号", "/accounts", "为学校填报人和校长成批建立账号，打印通知单；为督导机构、人民政府、成员单位、责任督学建立账号。"],
    ["开启年度填报", `/d/${code}/filings`, "设定起止日期；按 9 月 1 日在办的学校形成应报名册，创建任务清单同时生成。"],
    ["填写县级指标", `/d/${code}/items`, "开启后，由教育行政部门和成员单位填写政府保障、教育质量、社会认可度各项。"],
  ];
  return (
    <>
      <Finding tone="pending" sentence={`${name}还没有开始填报：按下面四步开始。`}>学校自评审定后，这里显示四个方面的达标情况。</Finding>
      <Card title="第一次使用">
        <ol className="list-decimal space-y-3 pl-5">{steps.map(([title, href, text]) => <li key={href}><Link className="link font-medium" href={href} prefetch={false}>{title}</Link><p className="text-sm text-muted">{text}</p></li>)}</ol>
      </Card>
    </>
  );
}
