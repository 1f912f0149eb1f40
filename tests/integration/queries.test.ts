import type pg from "pg";
import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { PrismaClient } from "@/lib/db/generated/client";
import { loadCompare } from "@/lib/compare/load-compare";
import { loadPeers } from "@/lib/compare/load-peers";
import { loadConditions } from "@/lib/conditions/load-conditions";
import { loadBoard } from "@/lib/tasks/load-board";
import { loadWork } from "@/lib/work/load-work";
import { loadInterviews } from "@/lib/interviews/load-interviews";
import { ledgerFilters } from "@/lib/ledger/filters";
import { loadBooklet } from "@/lib/ledger/load-booklet";
import { loadLedger } from "@/lib/ledger/load-ledger";
import { loadSchoolLedger } from "@/lib/ledger/load-school-ledger";
import { loadRequests } from "@/lib/requests/load-requests";
import { loadFiling } from "@/lib/filings/load-filing";
import { loadQueue } from "@/lib/filings/load-queue";
import { loadIndicators } from "@/lib/results/load-indicators";
import { loadOverview } from "@/lib/results/load-overview";
import { loadSchoolOverview } from "@/lib/results/load-school-overview";
import { seedLedger } from "@/lib/seed/ledger";
import { loadStandard } from "@/lib/local-standard/load-standard";
import { loadSchools } from "@/lib/results/load-schools";
import { schoolFilters } from "@/lib/results/school-filters";
import { loadSchool } from "@/lib/schools/load-school";
import { loadProjects } from "@/lib/projects/load-projects";
import { loadTargets } from "@/lib/targets/load-targets";
import { loadTime } from "@/lib/time-series/load-time";
import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";
import { findHits } from "@/lib/search/find-hits";
import { actorOf } from "../helpers/actors";
import { openOwner, stageCounties, stagePerson } from "../helpers/owner";

/** The real client, which also tells how many statements it sent. */
const counter = vi.hoisted(() => ({ statements: 0 }));
vi.mock("@/lib/db/client", () => {
  let client: PrismaClient | undefined;
  return {
    prisma: () => {
      if (!client) {
        const made = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_APP_URL, max: 5 }), log: [{ emit: "event", level: "query" }] });
        made.$on("query", () => { counter.statements += 1; });
        client = made;
      }
      return client;
    },
  };
});

const [SMALL, LARGE] = ["110116", "110117"];
let owner: pg.Client;
const actors = new Map<string, Actor>();

async function statements(run: () => Promise<unknown>): Promise<number> {
  counter.statements = 0;
  await run();
  return counter.statements;
}
const actor = (code: string): Actor => { const found = actors.get(code); if (!found) throw new Error(code); return found; };

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: SMALL, years: [2025], schools: 12 }, { code: LARGE, years: [2025], schools: 60 }]);
  for (const code of [SMALL, LARGE]) {
    await owner.query("BEGIN");
    await seedLedger(owner, code, true);
    await owner.query("COMMIT");
  }
  for (const code of [SMALL, LARGE]) actors.set(code, await actorOf(await stagePerson(owner, `queries-${code}`, { office: "education", level: "county", division: code })));
});
afterAll(() => owner.end());

describe("queries a page", () => {
  it.each([
    ["overview", (code: string) => loadOverview(actor(code), code, 2025), 12],
    ["live overview", (code: string) => loadOverview(actor(code), code, 2025, "live"), 10],
    ["standard", (code: string) => loadStandard(actor(code), code, 2025), 10],
    ["schools", (code: string) => loadSchools(actor(code), code, 2025, schoolFilters({ sort: "-students", q: "小学" })), 11],
    ["queue", (code: string) => loadQueue(actor(code), code, 2025), 10],
    ["search", (code: string) => withScope(scopeOf(actor(code)), (tx) => findHits(tx, actor(code), "小学")), 5],
    ["ledger", (code: string) => loadLedger(actor(code), code, ledgerFilters({})), 12],
    ["ledger by owner", (code: string) => loadLedger(actor(code), code, ledgerFilters({ view: "owners" })), 12],
    ["ledger booklet", (code: string) => loadBooklet(actor(code), code), 9],
    ["school's ledger", (code: string) => loadSchoolLedger(actor(code), `s${code}001`), 6],
    ["requests", (code: string) => loadRequests(actor(code), code), 14],
    ["interviews", (code: string) => loadInterviews(actor(code), code), 8],
    ["indicators", (code: string) => loadIndicators(actor(code), code, 2025), 7],
    ["school overview", (code: string) => loadSchoolOverview(actor(code), `s${code}001`, 2025), 14],
    ["school", (code: string) => loadSchool(actor(code), `s${code}001`, 2025), 12],
    ["targets", (code: string) => loadTargets(actor(code), code), 14],
    ["projects", (code: string) => loadProjects(actor(code), code), 14],
    ["tasks", (code: string) => loadBoard(actor(code), code, 2025), 10],
    ["conditions", (code: string) => loadConditions(actor(code), code, 2025), 10],
    ["work", (code: string) => loadWork(actor(code)), 36],
    ["years", (code: string) => loadTime(actor(code), code, 2025), 12],
    ["comparison of schools", (code: string) => loadCompare(actor(code), code, 2025, { chosen: [], add: "" }), 9],
    ["comparison with published counties", (code: string) => loadPeers(actor(code), code, 2025, { chosen: [], add: "" }), 11],
    ["filing", (code: string) => loadFiling(actor(code), `s${code}001`, 2025), 16],
  ])("%s: the same number for 12 schools and for 60, and few", async (_name, load, most) => {
    const small = await statements(() => load(SMALL));
    expect(await statements(() => load(LARGE))).toBe(small);
    expect(small).toBeGreaterThan(2);
    expect(small).toBeLessThanOrEqual(most);
  });
});
