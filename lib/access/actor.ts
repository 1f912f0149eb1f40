import { NO_SCOPE, type Scope } from "@/lib/db/with-scope";
import type { Bearer, OfficeRow } from "@/lib/db/doors";

export type Office = OfficeRow;

/** Who is asking: the person, the office that is active, and all offices held this minute. */
export type Actor = {
  userId: string;
  username: string;
  displayName: string;
  mustChangePassword: boolean;
  demo: boolean;
  office: Office;
  offices: Office[];
};

/** The actor of a session or token; null when the person holds no office any more. */
export function toActor(bearer: Bearer): Actor | null {
  const office = bearer.offices.find((candidate) => candidate.id === bearer.membership_id) ?? bearer.offices[0];
  if (!office) return null;
  return {
    userId: bearer.user_id,
    username: bearer.username,
    displayName: bearer.display_name,
    mustChangePassword: bearer.must_change_password,
    demo: bearer.demo,
    office,
    offices: bearer.offices,
  };
}

/** The reach of the active office (ARCHITECTURE decisions 1 and 2). A system administrator reaches accounts only; an expert nothing but what appointments open (0039_experts). */
export function scopeOf(actor: Actor): Scope {
  const { office } = actor;
  const base = { ...NO_SCOPE, user: actor.userId };
  if (office.office === "expert") return base;
  if (office.level === "school") return { ...base, schools: office.schoolId ? [office.schoolId] : [], county: office.divisionCode };
  if (office.office === "inspector") return { ...base, schools: office.schoolIds, county: office.divisionCode };
  if (office.office === "unit") return { ...base, unit: office.unitId ?? "", county: office.divisionCode };
  return { ...base, division: office.divisionCode };
}

/** Where a person lands after signing in: on the list of what waits for them (issue: every account opens on its own list). */
export function homeOf({ office: { office } }: Actor): string {
  if (office === "sysadmin") return "/accounts";
  return office === "expert" ? "/visits" : "/work";
}

/** The first page of the person's place. */
export function placeOf(actor: Actor): string {
  const { office } = actor;
  if (office.office === "sysadmin") return "/accounts";
  if (office.office === "expert") return "/visits";
  if (office.level === "school") return `/s/${office.schoolId}/overview`;
  if (office.office === "inspector") return "/s";
  if (office.office === "unit") return `/d/${office.divisionCode}/tasks`;
  return `/d/${office.divisionCode}/overview`;
}
