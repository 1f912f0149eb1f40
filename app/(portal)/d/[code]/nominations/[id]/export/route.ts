import { z } from "zod";
import { defineRoute } from "@/lib/access/define-route";
import { demoNotice } from "@/lib/access/demo-notice";
import { divisionCode } from "@/lib/api/shapes";
import { readNomination } from "@/lib/nominations/load-nomination";

/** The 推荐表 as a Word document; the library is loaded when a file is asked for. */
export const GET = defineRoute({
  act: "nomination.read",
  params: z.object({ code: divisionCode, id: z.string().max(80) }),
  query: z.object({}),
  run: async ({ tx, actor, params: { code, id } }) => {
    const view = await readNomination(tx, actor, code, id);
    const { nominationDocument } = await import("@/lib/nominations/nomination-document");
    const { name, bytes } = await nominationDocument(view, await demoNotice());
    return { file: { name: `${name}.docx`, mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", bytes } };
  },
});
