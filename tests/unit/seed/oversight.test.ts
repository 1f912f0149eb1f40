import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupRows } from "@/lib/seed/school-groups";
import { shareOut } from "@/lib/seed/teacher-records";

describe("demonstration of oversight", () => {
  it("shares a total out without losing one, never above a cap", () => {
    fc.assert(fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 30 }), fc.nat(400), (caps, asked) => {
      const total = Math.min(asked, caps.reduce((sum, cap) => sum + cap, 0));
      const parts = shareOut(total, caps, caps);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
      parts.forEach((part, at) => expect(part).toBeLessThanOrEqual(caps[at] ?? 0));
    }));
  });
  it("gives 西吉 11 共同体 with one lead each, and no school two at a time", () => {
    const schools = Array.from({ length: 110 }, (_, at) => ({ id: `s${String(at).padStart(3, "0")}`, kind: "primary", area: at < 14 ? "urban" : at < 40 ? "town" : "rural" }));
    const { groups, members } = groupRows("640422", schools);
    expect(groups.filter((group) => group.kind === "community")).toHaveLength(11);
    expect(new Set(groups.map((group) => group.name)).size).toBe(groups.length);
    const standing = members.filter((member) => member.kind === "community" && member.left_on === null);
    expect(new Set(standing.map((member) => member.school_id)).size).toBe(standing.length);
    for (const group of groups) expect(members.filter((member) => member.group_id === group.id && member.lead)).toHaveLength(1);
    expect(members.filter((member) => member.left_on !== null)).toHaveLength(1);
    expect(groupRows("310151", schools).groups.map((group) => group.kind)).toContain("zone");
  });
});
