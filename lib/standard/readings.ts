/** Points on which the official text leaves room; which reading was used is stored with every result. */
export const READINGS = [
  { key: "smallTeachingPoints", question: "不足 50 人的教学点", value: "excluded", label: "不计入资源配置评估，学生和资源也不并入中心校" },
  { key: "rounding", question: "以哪个数值判定", value: "unrounded", label: "以未四舍五入的数值判定" },
  { key: "musicArtRooms", question: "每 12 个班级的音乐、美术教室", value: "oneEach", label: "音乐、美术各 1 间，不足 12 个班按 12 个班计" },
  { key: "privateSchools", question: "民办学校和非县属学校", value: "included", label: "计入" },
  { key: "relaxations", question: "2019 年规程的三年过渡性规定", value: "off", label: "不适用，按完整标准判定" },
] as const;

export type Readings = Record<string, string>;
export const DEFAULT_READINGS: Readings = Object.fromEntries(READINGS.map((reading) => [reading.key, reading.value]));
