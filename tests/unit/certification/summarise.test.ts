import { describe, expect, it } from "vitest";
import { STAGE_TONE, caseSentence } from "@/components/certification/summarise";
import type { CaseView } from "@/lib/certification/load-case";
import { STAGES, type Stage } from "@/lib/certification/stages";

const batch: CaseView["batch"] = { id: "2026", year: 2026, figuresYear: 2025, name: "2026 年国家认定", steps: [], deadlines: {}, documentNumber: "", issuedOn: null, version: 1 };
const row = (stage: Stage, dueOn: string | null): CaseView["row"] => ({ id: "c", divisionCode: "410185", batchId: "2026", figuresYear: 2025, stage, skipsCity: false, holder: "4101", dueOn, round: 1, statement: "", basicBalanceYear: 2016, version: 1 });
const recognised: CaseView["decisions"] = [{ id: "d", outcome: "recognise", state: "signed", issuerName: "国家教育督导机构", opinion: "", documentNumber: "测督〔2027〕1号", publishedOn: "2027-03-01", mendBy: null, sentBack: "", handlerName: "", reviewerName: "", signerName: "", signedOn: "2027-02-27", version: 3 }];
const say = (stage: Stage, dueOn: string | null = null) => caseSentence("登封市", { row: row(stage, dueOn), batch, decisions: recognised }, "2026-11-22");

describe("the sentence that opens a county's course", () => {
  it("says where it stands, in whose hands and until when", () => {
    expect(say("city", "2027-01-31")).toBe("登封市在 2026 年国家认定中的申报现在是“市级复核”，由设区市政府教育督导机构办理，办理期限 2027-01-31。");
    expect([say("self", "2026-11-22"), say("self", "2026-11-21")].map((text) => text.includes("逾期"))).toEqual([false, true]);
  });
  it("says when and by what it was recognised, and that it has ended", () => {
    expect(say("recognised")).toBe("登封市在 2026 年国家认定中获得认定（测督〔2027〕1号，2027-03-01 公布），现在按年度监测。");
    expect(say("refused")).toContain("已经结束：不予认定");
  });
  it("has words for every stage", () => {
    for (const stage of STAGES) expect([say(stage).endsWith("。"), STAGE_TONE[stage].length > 0]).toEqual([true, true]);
  });
});
