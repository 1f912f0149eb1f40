import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashTree, readStamp, sha256, writeStamp } from "../../../scripts/start/stamps.mjs";

let root = "";
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "stamps-"));
  fs.mkdirSync(path.join(root, "lib/deep"), { recursive: true });
  fs.writeFileSync(path.join(root, "lib/a.ts"), "a");
  fs.writeFileSync(path.join(root, "lib/deep/b.ts"), "b");
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

describe("sha256", () => {
  it("is the checksum that Prisma writes", () => {
    expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });
});

describe("hashTree", () => {
  it("changes with content, name and a file that appears, and with nothing else", () => {
    const before = hashTree(root, ["lib", "absent.ts"]);
    expect(hashTree(root, ["lib", "absent.ts"])).toBe(before);
    fs.utimesSync(path.join(root, "lib/a.ts"), 1, 1);
    expect(hashTree(root, ["lib", "absent.ts"])).toBe(before);
    fs.writeFileSync(path.join(root, "absent.ts"), "");
    const appeared = hashTree(root, ["lib", "absent.ts"]);
    expect(appeared).not.toBe(before);
    fs.renameSync(path.join(root, "lib/a.ts"), path.join(root, "lib/c.ts"));
    const renamed = hashTree(root, ["lib", "absent.ts"]);
    expect(renamed).not.toBe(appeared);
    fs.writeFileSync(path.join(root, "lib/deep/b.ts"), "B");
    expect(hashTree(root, ["lib", "absent.ts"])).not.toBe(renamed);
  });

  it("leaves out what is skipped", () => {
    const skip = (file: string) => file === path.join(root, "lib/deep");
    const before = hashTree(root, ["lib"], { skip });
    fs.writeFileSync(path.join(root, "lib/deep/b.ts"), "changed");
    expect(hashTree(root, ["lib"], { skip })).toBe(before);
  });
});

describe("a stamp", () => {
  it("is read back, and a torn or missing one counts as none", () => {
    const file = path.join(root, "made/later/stamp.json");
    expect(readStamp(file)).toBeUndefined();
    writeStamp(file, "abc");
    expect(readStamp(file)).toBe("abc");
    fs.writeFileSync(file, '{"hash":"a');
    expect(readStamp(file)).toBeUndefined();
  });
});
