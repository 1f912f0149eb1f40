import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { listLedgerPage } from "@/lib/api/list-ledger-page";
import { divisionCode } from "@/lib/api/shapes";
import { LEDGER_STATES } from "@/lib/ledger/rules";

/** The problems of a division and all below it, in any state or in one. */
export const GET = defineRoute({
  act: "ledger.read",
  params: z.object({ code: divisionCode }),
  query: z.object({ state: z.enum(LEDGER_STATES).optional(), cursor: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  run: async ({ tx, actor, params, query }) => ({ body: await listLedgerPage(tx, actor, params.code, query) }),
});
