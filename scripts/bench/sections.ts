import type { SchoolFacts } from "@/lib/evaluation/facts";

/** Counties of `size` primary schools each, `total` in all, with figures spread by a fixed rule. */
export function countySeries(total: number, size: number): SchoolFacts[][] {
  const school = (index: number): SchoolFacts => {
    const pupils = 60 + ((index * 37) % 1900);
    const per = (rate: number) => Math.round((pupils * rate * (80 + ((index * 13) % 60))) / 100);
    return {
      code: String(2_164_000_000 + index), name: `第${index}小学`, kind: "primary", students: { primary: pupils, junior: null, senior: null },
      classes: { primary: Math.ceil(pupils / 45), junior: null }, maxClass: { primary: 45, junior: null },
      degreeTeachers: { primary: per(0.05), junior: null }, backboneTeachers: { primary: per(0.012), junior: null }, artsPeTeachers: { primary: per(0.01), junior: null },
      teachingArea: per(5) + 0.25, indoorSportsArea: per(0.2), sportsFieldArea: per(8) + 0.5, equipmentValueWan: per(0.22) + 0.1234, multimediaRooms: per(0.025),
    };
  };
  return Array.from({ length: Math.ceil(total / size) }, (_, county) => Array.from({ length: Math.min(size, total - county * size) }, (_unused, index) => school(county * size + index)));
}
