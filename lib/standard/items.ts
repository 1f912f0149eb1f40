export type StandardItem = { key: string; number: number; title: string; requirement: string; level: "county" | "school" | "both"; source: string };

type Row = [title: string, requirement: string, level: StandardItem["level"]];

const SOURCE = "教督〔2017〕6号";
const listed = (prefix: string, group: string, rows: Row[]): StandardItem[] =>
  rows.map(([title, requirement, level], index) => ({ key: `${prefix}-${index + 1}`, number: index + 1, title, requirement, level, source: `${SOURCE} ${group} ${index + 1}` }));

/** 政府保障程度: all fifteen must pass. */
export const GOVERNMENT_ITEMS: StandardItem[] = listed("gov", "政府保障", [
  ["学校规划布局合理", "县域内义务教育学校规划布局符合国家规定。", "county"],
  ["城乡义务教育“四统一”", "学校建设标准、教师编制标准、生均公用经费基准定额、基本装备配置标准城乡统一。", "county"],
  ["音乐、美术专用教室", "每 12 个班级配备音乐、美术专用教室各 1 间以上，每间不小于 96 ㎡、90 ㎡。", "school"],
  ["学校规模", "小学、初中不超过 2,000 人，一贯制学校义务教育阶段不超过 2,500 人。", "school"],
  ["班级学生数", "小学每班不超过 45 人，初中每班不超过 50 人，逐班判定。", "school"],
  ["小规模学校公用经费", "不足 100 名学生的学校按 100 名学生核定公用经费。", "both"],
  ["特殊教育生均公用经费", "特殊教育学校生均公用经费不低于 8000 元。", "county"],
  ["教师工资收入", "义务教育教师平均工资收入不低于当地公务员，足额核定绩效工资总量。", "county"],
  ["教师 5 年 360 学时培训", "全部专任教师完成 360 学时培训，完成率 100%。", "school"],
  ["统筹分配编制和岗位", "县级教育行政部门在核定总量内统筹分配各校编制和岗位数量。", "county"],
  ["教师交流轮岗", "每年交流轮岗教师不低于符合条件教师的 10%，其中骨干教师不低于交流总数的 20%。", "county"],
  ["专任教师持证上岗", "专任教师持有教师资格证上岗率 100%。", "school"],
  ["就近划片入学", "城区和镇区公办小学、初中（不含寄宿制）就近划片入学比例分别达到 100%、95% 以上。", "both"],
  ["优质高中名额分配", "优质高中招生名额分配比例不低于 50%，并向农村初中倾斜。", "county"],
  ["留守儿童关爱和随迁子女就学", "关爱体系健全；符合条件的随迁子女在公办和政府购买服务的民办学校就读比例不低于 85%。", "county"],
]);

/** 教育质量: all nine must pass. */
export const QUALITY_ITEMS: StandardItem[] = listed("qual", "教育质量", [
  ["初中三年巩固率", "全县初中三年巩固率达到 95% 以上。", "both"],
  ["残疾儿童少年入学率", "全县残疾儿童少年入学率达到 95% 以上。", "county"],
  ["学校章程和管理信息化", "所有学校制定章程，实现学校管理与教学信息化。", "school"],
  ["教师培训经费", "全县所有学校按不低于学校年度公用经费预算总额的 5% 安排教师培训经费。", "school"],
  ["教师信息化教学", "教师能熟练运用信息化手段组织教学，设施设备利用率达到较高水平。", "school"],
  ["德育和校园文化", "所有学校德育工作、校园文化建设水平达到良好以上。", "school"],
  ["课程与教学秩序", "课程开齐开足，教学秩序规范，综合实践活动有效开展。", "school"],
  ["课业负担", "无过重课业负担。", "school"],
  ["国家义务教育质量监测", "相关科目学生学业水平达到Ⅲ级以上，且校际差异率低于 0.15。", "county"],
]);

export const RECOGNITION_ITEM: StandardItem = { key: "recognition", number: 1, title: "社会认可度", requirement: "社会认可度达到 85% 以上。", level: "county", source: `${SOURCE} 社会认可度` };

/** 一票否决: each counts only when 经查实. */
export const VETO_ITEMS: StandardItem[] = listed("veto", "不予认定", [
  ["以考试方式招生", "经查实的，不予认定。", "county"],
  ["违规择校行为", "经查实的，不予认定。", "county"],
  ["重点学校或重点班", "经查实的，不予认定。", "county"],
  ["“有编不补”或长期聘用编外教师", "经查实的，不予认定。", "county"],
  ["重大安全责任事故和严重违纪违规事件", "经查实的，不予认定。", "county"],
  ["弄虚作假", "经查实的，不予认定。", "county"],
]);
