import type { Office } from "./actor";

/** The three hands of an official act (seed-systems, Actors): which of them an account is, its administration says. */
export const DUTIES = ["handler", "reviewer", "signer"] as const;
export type Duty = (typeof DUTIES)[number];
export const DUTY_NAME: Record<Duty, string> = { handler: "经办", reviewer: "审核", signer: "签发" };

/** “经办、签发”; in the order of an act, whatever the order they were given in. */
export const dutyText = (duties: readonly Duty[]): string => DUTIES.filter((duty) => duties.includes(duty)).map((duty) => DUTY_NAME[duty]).join("、");

/** Whether an office takes part in decisions at all: 县级人民政府 applies, the 政府教育督导机构 above it evaluate. */
export const hasDuties = ({ office, level }: Pick<Office, "office" | "level">): boolean => (office === "government" && level === "county") || (office === "supervision" && (level === "city" || level === "province" || level === "nation"));
