/** Uncertain points that no computation can decide from the facts filed: what the platform assumes, said once and shown on the page of the standard. */
export const STATEMENTS: { question: string; label: string; source: string }[] = [
  { question: "县级以上骨干教师的认定", label: "以县级及以上教育行政部门的认定文件为准，一人只计一次；有效期、调动由县级教育行政部门核定后填报。", source: "教基1102（续）" },
  { question: "艺术教师与音乐、美术教师", label: "“艺术”为音乐、美术小计时不重复相加；导入统计表时自动识别，填报时填合计人数。", source: "教基4155／4156" },
  { question: "交流、走教、寄宿教师", label: "按教育事业统计口径计入任教学校，不按编制所在学校计。", source: "教基4155／4156" },
  { question: "附设幼儿班、小学班、初中班", label: "办法没有给出幼儿的折算系数；附设班的学生和资源按学校填报的学段数据计算，幼儿不参与分摊。", source: "差异系数测算说明" },
  { question: "85% 的要求", label: "至少 6 项达到标准，余下的一项不低于标准的 85%；两项以上未达标准即为未达标。", source: "教督〔2017〕6号" },
  { question: "特殊教育生均公用经费的学生范围", label: "由县级填报；后来的一些省级文本含随班就读残疾学生，含与不含请在说明中写明。", source: "教督〔2017〕6号 政府保障 7" },
  { question: "综合差异系数", label: "七项差异系数的算术平均，仅供参考，不作判定。", source: "申报表 表Ⅲ" },
  { question: "国家义务教育质量监测的校际差异率", label: "由国家计算，县级据结果填报，平台不另算。", source: "教督〔2017〕6号 教育质量 9" },
  { question: "认定后的监测复查周期和撤销", label: "没有查到明文，平台不据此计算。", source: "—" },
];
