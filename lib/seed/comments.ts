import type { FilingData } from "@/lib/filings/form";
import type { Row } from "./insert";
import { shuffled, type Prng } from "./prng";

/** What reviewers of a county write, by section and field. */
const REMARKS: [section: string, field: string, message: string][] = [
  ["students", "primaryClassSizes", "班级数与学籍系统不一致，请核对各年级班数。"],
  ["students", "juniorClassSizes", "九年级班额与学籍系统不一致，请核对。"],
  ["students", "migrantStudents", "随迁子女数较上年变化较大，请说明原因。"],
  ["teachers", "trainedTeachers", "请与继续教育学时登记核对后填写。"],
  ["teachers", "primaryBackboneTeachers", "请只填县级及以上认定文件在有效期内的人数。"],
  ["teachers", "juniorBackboneTeachers", "骨干教师人数与认定文件不一致，请核对。"],
  ["premises", "teachingArea", "教学及辅助用房面积与不动产登记不一致，请核对是否含室内体育用房。"],
  ["premises", "musicRooms", "请逐间填写音乐教室面积。"],
  ["equipment", "equipmentValueWan", "请按账面原值填写，单位为万元。"],
  ["funding", "trainingBudget", "培训经费请与预算批复一致。"],
];

type Note = { author: string; at: string; random: Prng };

/** Two or three remarks on fields that the school was asked. */
export function commentsOn(place: Row, data: FilingData, { author, at, random }: Note): Row[] {
  const asked = REMARKS.filter(([section, field]) => data[section]?.[field] !== undefined);
  return shuffled(random, asked)
    .slice(0, random.int(2, 3))
    .map(([section, field, message], index) => ({ ...place, id: `c-${String(place.school_id)}-${at.slice(0, 4)}-${index + 1}`, number: 1, section, field, message, author, created_at: at }));
}
