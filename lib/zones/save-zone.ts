"use server";

import { defineAction } from "@/lib/access/define-action";
import { endZoneInput, zoneInput } from "./schema";
import { addZone, endZone } from "./write-zone";

export const saveZone = defineAction({ act: "zone.manage", schema: zoneInput, run: ({ tx, actor, input }) => addZone(tx, actor, input) });
export const dropZone = defineAction({ act: "zone.manage", schema: endZoneInput, run: ({ tx, actor, input }) => endZone(tx, actor, input) });
