import { describe, expect, it } from "vitest";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/lib/seed/demo-accounts";
import * as printed from "../../../scripts/start/demo-accounts.mjs";

describe("the accounts that the start prints", () => {
  it("are the ones that the demonstration has, with its password", () => {
    const known = new Set(DEMO_ACCOUNTS.map(({ username }) => username));
    expect(printed.demoAccounts().filter(({ username }) => !known.has(username))).toEqual([]);
    expect(printed.DEMO_PASSWORD).toBe(DEMO_PASSWORD);
  });
});
