import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { demoNotice } from "@/lib/access/demo-notice";
import { divisionCode } from "@/lib/api/shapes";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import { getPlace } from "@/lib/divisions/get-place";
import { listListed } from "@/lib/roster/list-listed";
import { rosterWorkbook } from "@/lib/roster/roster-workbook";

/** The open schools of a county as a table that can be changed and imported again. */
export const GET = defineRoute({
  act: "roster.manage",
  params: z.object({ code: divisionCode }),
  query: z.object({}),
  run: async ({ tx, actor, params: { code } }) => {
    assertOwnCounty(actor, code);
    const place = await getPlace(tx, actor, code);
    const open = (await listListed(tx, code)).filter(({ closedOn }) => closedOn === null);
    return { file: { name: `${place.name}学校名录.xlsx`, mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes: await rosterWorkbook(open, await demoNotice()) } };
  },
});
