import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { countUnread } from "@/lib/notices/list-notices";

/** How many notices the header's bell shows. */
export const GET = defineRoute({ act: "notice.own", params: z.object({}), query: z.object({}), run: async ({ tx }) => ({ body: { unread: await countUnread(tx) } }) });
