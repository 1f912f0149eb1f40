import type { IndicatorKey } from "@/lib/standard/indicators";

/** Names that fit the axis of a drawing on a phone; the tables beside it have the whole ones. */
export const SHORT_NAME: Record<IndicatorKey, string> = {
  degreeTeachers: "学历教师", backboneTeachers: "骨干教师", artsPeTeachers: "体艺教师", teachingArea: "教辅用房", sportsArea: "体育场馆", equipmentValue: "仪器设备", multimediaRooms: "多媒体教室",
};
