"use server";

import { defineAction } from "@/lib/access/define-action";
import { enterSiteValue } from "@/lib/certification/enter-site-value";
import { siteValueInput } from "@/lib/certification/schema";
import { appointExpert } from "./appoint-expert";
import { changeAppointment } from "./change-appointment";
import { endAppointment } from "./end-appointment";
import { saveOpinion } from "./save-opinion";
import { appointInput, changeInput, endInput, opinionInput } from "./schema";

export const appoint = defineAction({ act: "certification.evaluate", schema: appointInput, run: ({ tx, actor, input }) => appointExpert(tx, actor, input) });
export const change = defineAction({ act: "certification.evaluate", schema: changeInput, run: ({ tx, actor, input }) => changeAppointment(tx, actor, input) });
export const end = defineAction({ act: "certification.evaluate", schema: endInput, run: ({ tx, actor, input }) => endAppointment(tx, actor, input) });
export const expertValue = defineAction({ act: "expert.visit", schema: siteValueInput, run: ({ tx, actor, input }) => enterSiteValue(tx, actor, input) });
export const opinion = defineAction({ act: "expert.visit", schema: opinionInput, run: ({ tx, actor, input }) => saveOpinion(tx, actor, input) });
