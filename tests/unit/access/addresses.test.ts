import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromOwnPages } from "@/lib/access/own-origin";
import { assertAddress, decoded } from "@/lib/access/well-formed";

describe("parts of an address", () => {
  it("pass as any text, written out or escaped", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\u0000")), (text) => {
      expect(() => assertAddress({ id: encodeURIComponent(text), more: [text], none: undefined })).not.toThrow();
      expect(decoded(encodeURIComponent(text))).toBe(text);
    }));
  });
  it("are not found with what is no text, however it is written", () => {
    for (const part of ["a\u0000", "%00", "a%00b", "\ud800"]) expect(() => assertAddress({ id: ["x", part] }), part).toThrow("没有找到这条记录。");
    expect(() => assertAddress({ id: "100%" })).not.toThrow();
    expect(["%ff", "%E0%A4%A", "%"].map(decoded)).toEqual([null, null, null]);
  });
});

describe("a request from our own pages", () => {
  const from = (headers: Record<string, string>) => fromOwnPages(new Headers(headers));
  it("names the host that it is sent to, as the proxy before us saw it", () => {
    expect(from({ origin: "https://a.example", host: "a.example" })).toBe(true);
    expect(from({ origin: "https://a.example", host: "127.0.0.1:3000", "x-forwarded-host": "a.example" })).toBe(true);
    for (const origin of ["https://b.example", "null", "a.example", "https://a.example:81"]) expect(from({ origin, host: "a.example" }), origin).toBe(false);
    expect(from({ host: "a.example" })).toBe(false);
  });
});
