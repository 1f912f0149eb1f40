import { describe, expect, it } from "vitest";
import { fileAnswer } from "@/lib/access/file-answer";
import { readBytes } from "@/lib/access/read-body";
import { EVIDENCE_BYTES } from "@/lib/access/limits";
import { refuseContent, refuseFile, sizeText } from "@/lib/evidence/files";
import { standingAt } from "@/lib/evidence/standing";

describe("what evidence may be", () => {
  it("takes the six formats up to 20 MB, whatever the case of the extension", () => {
    for (const name of ["a.pdf", "a.DOC", "a.docx", "a.xls", "a.xlsx", "a.JPG", "a.jpeg", "a.png"]) expect(refuseFile({ name, size: EVIDENCE_BYTES })).toBeNull();
    expect(refuseFile({ name: "a.pdf", size: EVIDENCE_BYTES + 1 })).toMatch(/20 MB/);
    for (const name of ["a.exe", "a", "pdf", "a.pdf.html", "a.constructor"]) expect(refuseFile({ name, size: 1 })).toMatch(/格式/);
  });
  it("compares the content with the name", () => {
    expect(refuseContent("a.jpeg", "jpg")).toBeNull();
    expect(refuseContent("a.doc", "cfb")).toBeNull();
    expect(refuseContent("a.docx", "cfb")).toMatch(/扩展名不符/);
    expect(refuseContent("a.pdf", undefined)).toMatch(/扩展名不符/);
  });
  it("says sizes as people do", () => expect([1, 1536, 10 * 1024, EVIDENCE_BYTES].map(sizeText)).toEqual(["1 B", "1.5 KB", "10 KB", "20 MB"]));
});

it("knows what stood with a version", () => {
  const file = (id: string, linkedAt: string, retiredAt: string | null) => ({ id, fileId: id, item: "x", name: id, size: 1, linkedAt, retiredAt, removable: true });
  const files = [file("kept", "2026-09-01T00:00:00.000Z", null), file("gone", "2026-09-01T00:00:00.000Z", "2026-09-10T00:00:00.000Z"), file("late", "2026-09-20T00:00:00.000Z", null)];
  expect(standingAt(files).map(({ id }) => id)).toEqual(["kept", "late"]);
  expect(standingAt(files, new Date("2026-09-05")).map(({ id }) => id)).toEqual(["kept", "gone"]);
});

describe("bodies and answers that are files", () => {
  it("stops reading at the limit, also when no length was announced", async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({ pull(controller) { pulled += 1; controller.enqueue(new Uint8Array(1000)); } });
    const init: RequestInit & { duplex: "half" } = { method: "POST", body: endless, duplex: "half" };
    await expect(readBytes(new Request("http://x/", init), 5000)).rejects.toThrow(/超过/);
    expect(pulled).toBeLessThan(10);
    expect((await readBytes(new Request("http://x/", { method: "POST", body: "12345" }), 5)).length).toBe(5);
  });
  it("is saved under its Chinese name and never opened in place", () => {
    const headers = fileAnswer({ name: "章程'1.pdf", mime: "application/pdf", bytes: new Uint8Array() }).headers;
    expect(headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''%E7%AB%A0%E7%A8%8B%271.pdf");
    expect(headers.get("content-security-policy")).toMatch(/sandbox/);
  });
});
