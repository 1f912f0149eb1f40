import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { SubjectKind } from "./subjects";

/** Filled in by one place alone: its people share what they have brought. */
const OWN_WORK: readonly SubjectKind[] = ["filing", "county_fact", "policy_document", "meeting", "observation_event", "certification", "nomination", "directive"];

/** What one office brings to common work another does not take away, least of all who is to verify it; the bureau may. */
export const mayDetach = (actor: Actor, entity: SubjectKind, linkedBy: string): boolean => OWN_WORK.includes(entity) || linkedBy === actor.userId || can(actor, "task.manage");
