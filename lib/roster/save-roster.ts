"use server";

import { defineAction } from "@/lib/access/define-action";
import { closeSchool, reopenSchool } from "./close-school";
import { enlist } from "./enlist";
import { importRoster, planRoster } from "./import-roster";
import { addSchoolInput, changeSchoolInput, closeSchoolInput, confirmRosterInput, enlistInput, reopenSchoolInput, rosterImportInput } from "./schema";
import { addSchool, changeSchool } from "./write-school";

export const saveNewSchool = defineAction({ act: "roster.manage", schema: addSchoolInput, run: ({ tx, actor, input }) => addSchool(tx, actor, input) });
export const saveSchool = defineAction({ act: "roster.manage", schema: changeSchoolInput, run: ({ tx, actor, input }) => changeSchool(tx, actor, input) });
export const shutSchool = defineAction({ act: "roster.manage", schema: closeSchoolInput, run: ({ tx, actor, input }) => closeSchool(tx, actor, input) });
export const restoreSchool = defineAction({ act: "roster.manage", schema: reopenSchoolInput, run: ({ tx, actor, input }) => reopenSchool(tx, actor, input) });
export const enlistSchools = defineAction({ act: "roster.manage", schema: enlistInput, run: ({ tx, actor, input }) => enlist(tx, actor, input) });
/** What an import would do; nothing is written, so nothing enters the log. */
export const previewRoster = defineAction({ act: "roster.manage", schema: rosterImportInput, run: async ({ tx, actor, input }) => ({ value: await planRoster(tx, actor, input), audit: [], changed: [] }) });
export const confirmRoster = defineAction({ act: "roster.manage", schema: confirmRosterInput, run: ({ tx, actor, input }) => importRoster(tx, actor, input) });
