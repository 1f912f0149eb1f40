import { describe, expect, it } from "vitest";
import { planMigrations, readMigrations } from "../../../scripts/start/migrate.mjs";

const file = (name: string, checksum = `sum of ${name}`) => ({ name, sql: "", checksum });
const row = (name: string, changes: object = {}) => ({ migration_name: name, checksum: `sum of ${name}`, finished_at: new Date(), rolled_back_at: null, ...changes });

describe("planMigrations", () => {
  it("gives what is not applied yet, in order", () => {
    expect(planMigrations([file("1"), file("2"), file("3")], [row("1")]).map(({ name }) => name)).toEqual(["2", "3"]);
    expect(planMigrations([file("1")], [row("1")])).toEqual([]);
  });

  it("applies one again that was rolled back", () => {
    expect(planMigrations([file("1")], [row("1", { finished_at: null, rolled_back_at: new Date() })])).toHaveLength(1);
  });

  it("refuses one changed after it was applied", () => {
    expect(() => planMigrations([file("1", "other")], [row("1")])).toThrow("在执行之后被改动过");
  });

  it("refuses a database newer than the program, a half-applied migration and a late number", () => {
    expect(() => planMigrations([], [row("1")])).toThrow("数据库比程序新");
    expect(() => planMigrations([file("1")], [row("1", { finished_at: null })])).toThrow("只执行了一半");
    expect(() => planMigrations([file("1"), file("2")], [row("2")])).toThrow("更大的编号");
  });
});

describe("readMigrations", () => {
  it("finds the project's own, sorted, each with a sha-256", () => {
    const names = readMigrations().map(({ name, checksum }) => {
      expect(checksum).toMatch(/^[0-9a-f]{64}$/);
      return name;
    });
    expect(names).toEqual([...names].sort());
  });
});
