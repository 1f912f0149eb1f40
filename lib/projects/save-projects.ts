"use server";

import { defineAction } from "@/lib/access/define-action";
import { projectInput, projectKey, seatInput } from "./schema";
import { retireProject, setProject, setSeats } from "./write-projects";

export const saveProject = defineAction({ act: "plan.manage", schema: projectInput, run: ({ tx, actor, input }) => setProject(tx, actor, input) });
export const dropProject = defineAction({ act: "plan.manage", schema: projectKey, run: ({ tx, actor, input }) => retireProject(tx, actor, input) });
export const saveSeats = defineAction({ act: "plan.manage", schema: seatInput, run: ({ tx, actor, input }) => setSeats(tx, actor, input) });
