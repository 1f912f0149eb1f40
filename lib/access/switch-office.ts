"use server";

import { z } from "zod";
import { AppError, notFoundError } from "@/lib/errors";
import { placeOf } from "./actor";
import { chooseOffice } from "./choose-office";
import { defineAction } from "./define-action";
import { currentSessionHash } from "./session";

/** 切换身份: the session takes another of the person's offices from the next request on; answers where its home is. */
export const switchOffice = defineAction({
  act: "office.own",
  schema: z.object({ membershipId: z.string().max(64) }),
  run: async ({ tx, actor, input }) => {
    const office = actor.offices.find(({ id }) => id === input.membershipId);
    if (!office) throw notFoundError();
    const session = await currentSessionHash();
    if (!session) throw new AppError("unauthenticated");
    const audit = await chooseOffice(tx, actor, session, office);
    return { value: placeOf({ ...actor, office }), audit, changed: [] };
  },
});
