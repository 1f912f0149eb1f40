import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { placeData } from "../../../scripts/start/embedded-postgres.mjs";
import { installedAsLocked, nodeIsNewEnough } from "../../../scripts/start/install.mjs";
import { takeLock } from "../../../scripts/start/lock.mjs";
import { namesDirectory, stopOrphan } from "../../../scripts/start/orphan.mjs";
import { wantsDemo } from "../../../scripts/start/portal.mjs";
import { canReach } from "../../../scripts/start/postgres-binaries.mjs";
import { sentence } from "../../../scripts/start/report.mjs";
import { loadSecrets } from "../../../scripts/start/secrets.mjs";
import { addressOf, isPortal, readHeap, readPort } from "../../../scripts/start/web.mjs";

let dir = "";
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), "start-"));
});
afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

describe("what is needed", () => {
  it.each([["20.18.9", false], ["20.19.0", true], ["22.1.0", true], ["18.20.0", false]])("Node %s: %s", (version, enough) => {
    expect(nodeIsNewEnough(version)).toBe(enough);
  });

  it("takes an installation made by hand when all versions agree; optional ones may be missing", () => {
    const lock = { packages: { "": {}, "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "2.0.0", optional: true } } };
    expect(installedAsLocked(lock, { packages: { "node_modules/a": { version: "1.0.0" } } })).toBe(true);
    expect(installedAsLocked(lock, { packages: { "node_modules/a": { version: "1.0.1" } } })).toBe(false);
    expect(installedAsLocked(lock, {})).toBe(false);
  });
});

describe("the place of the database", () => {
  it("is chosen once, and a copied data directory uses the database that lies in it, not the original's", () => {
    const [original, copy] = ["original", "copy"].map((name) => path.join(dir, name));
    fs.chmodSync(dir, 0o755);
    fs.mkdirSync(path.join(original ?? "", "pg"), { recursive: true });
    fs.writeFileSync(path.join(original ?? "", "pg", "PG_VERSION"), "18");
    expect(placeData(original ?? "")).toBe(path.join(original ?? "", "pg"));
    fs.cpSync(original ?? "", copy ?? "", { recursive: true });
    expect(placeData(copy ?? "")).toBe(path.join(copy ?? "", "pg"));
    expect(fs.readFileSync(path.join(copy ?? "", "pg-place"), "utf8").trim()).toBe(path.join(copy ?? "", "pg"));
    expect(placeData(original ?? "")).toBe(path.join(original ?? "", "pg"));
  });
});

describe("the lock", () => {
  const file = () => path.join(dir, "start.lock");
  it("is held once and free after its release", () => {
    const first = takeLock(file());
    expect(first.release).toBeTypeOf("function");
    expect(takeLock(file()).holder?.pid).toBe(process.pid);
    first.release?.();
    expect(takeLock(file()).release).toBeTypeOf("function");
  });

  it.each(["", "{", JSON.stringify({ pid: process.pid, identity: "another boot:1" }), JSON.stringify({ pid: 2 ** 30, identity: "x" })])("left by a crash (%j) holds nothing", (content) => {
    fs.writeFileSync(file(), content);
    expect(takeLock(file()).release).toBeTypeOf("function");
    expect(fs.readdirSync(dir)).toEqual(["start.lock"]);
  });
});

describe("postmaster.pid", () => {
  it("names our server only by our whole directory", () => {
    expect(namesDirectory("/x/bin/postgres -D /srv/a/.data/pg -p 5", "/srv/a/.data/pg")).toBe(true);
    expect(namesDirectory("/x/bin/postgres -D /srv/a/.data/pg2 -p 5", "/srv/a/.data/pg")).toBe(false);
    expect(namesDirectory("tail -f /srv/a/.data/pg", "/srv/a/.data/pg")).toBe(false);
  });

  it("with the number of somebody else's process is removed, and that process lives on", async () => {
    fs.writeFileSync(path.join(dir, "postmaster.pid"), `${process.pid}\n${dir}\n1\n5432\n`);
    await stopOrphan(dir);
    expect(fs.existsSync(path.join(dir, "postmaster.pid"))).toBe(false);
  });
});

describe("secrets", () => {
  it("are made once, kept, and readable by their owner only", () => {
    const first = loadSecrets(dir);
    expect(loadSecrets(dir)).toEqual(first);
    expect(first.nextAuthSecret?.length).toBeGreaterThanOrEqual(32);
    expect(fs.statSync(path.join(dir, "secrets.json")).mode & 0o777).toBe(0o600);
  });

  it("torn by a crash are not silently replaced", () => {
    fs.writeFileSync(path.join(dir, "secrets.json"), "{");
    expect(() => loadSecrets(dir)).toThrow("不是完整的 JSON");
  });
});

describe("the demonstration", () => {
  it("is on for the portal's own database, off for others unless asked for", () => {
    expect(wantsDemo({})).toBe(true);
    expect(wantsDemo({ YOUJUN_DEMO: "0" })).toBe(false);
    expect(wantsDemo({ DATABASE_URL: "x" })).toBe(false);
    expect(wantsDemo({ DATABASE_URL: "x", YOUJUN_DEMO: "1" })).toBe(true);
  });

  it("is refused in production without insistence", () => {
    const production = { DATABASE_URL: "x", YOUJUN_DEMO: "1", NODE_ENV: "production" };
    expect(() => wantsDemo(production)).toThrow("生产数据库");
    expect(wantsDemo({ ...production, YOUJUN_ALLOW_DEMO: "1" })).toBe(true);
  });
});

describe("what a person reads", () => {
  it("is one sentence, whatever the error", () => {
    expect(sentence(Object.assign(new Error("write failed"), { code: "ENOSPC" }))).toContain("磁盘空间不足");
    expect(sentence(new Error("could not extend file: No space left on device"))).toContain("磁盘空间不足");
    expect(sentence(Object.assign(new Error("x"), { code: "EACCES", path: "/srv" }))).toContain("/srv");
    expect(sentence(new Error("first\n    at second"))).not.toContain("second");
  });
});

describe("the web address", () => {
  it("accepts ports only", () => {
    expect(readPort()).toBe(3000);
    expect(readPort("8080")).toBe(8080);
    for (const bad of ["0", "65536", "x", "80.5", "-1"]) expect(() => readPort(bad)).toThrow("不是有效的端口号");
  });

  it("gives the server a bound of its own, or the one that was asked for", () => {
    expect(readHeap(undefined)).toBe(1536);
    expect(readHeap("4096")).toBe(4096);
    for (const bad of ["100", "x", "1.5", "-1"]) expect(() => readHeap(bad)).toThrow("不是有效的内存上限");
  });

  it("knows a portal by its name only", () => {
    expect(isPortal({ body: '{"name":"youjun","status":"ok"}' })).toBe(true);
    for (const body of ['{"name":"other"}', "<html>", "null", ""]) expect(isPortal({ body })).toBe(false);
    expect(isPortal(null)).toBe(false);
    expect(addressOf("::1", 3000)).toBe("http://[::1]:3000");
  });
});

describe.skipIf(process.getuid === undefined)("canReach", () => {
  it("asks every directory above", () => {
    const inner = path.join(dir, "closed/inner");
    fs.mkdirSync(inner, { recursive: true });
    fs.chmodSync(dir, 0o711);
    fs.chmodSync(path.join(dir, "closed"), 0o755);
    const stranger = { uid: 65_533, gid: 65_533 };
    const reachable = canReach(os.tmpdir(), stranger);
    expect(canReach(inner, stranger)).toBe(reachable);
    fs.chmodSync(path.join(dir, "closed"), 0o700);
    expect(canReach(inner, stranger)).toBe(false);
  });
});
