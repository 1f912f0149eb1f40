import { OUTCOMES } from "./outcomes";
import { STAGE_NAME, wayOf, type Stage } from "./stages";

/** One step of a county's way as it is drawn: what is done with its day and 文号, where it stands, what is still to come. */
export type WayStep = { stage: Stage; name: string; state: "done" | "here" | "todo" | "ended"; day: string | null; documentNumber: string };
export type WayEvent = { act: string; fromStage: Stage; toStage: Stage; day: string; documentNumber: string };

const AFTER: readonly Stage[] = ["correction", "recheck", "revoked"];
const isDecision = (act: string) => OUTCOMES.some((outcome) => outcome === act);

/** The way of a case, drawn from its course. Pure. Events come oldest first. */
export function drawWay(stage: Stage, skipsCity: boolean, events: readonly WayEvent[]): WayStep[] {
  const way = wayOf(skipsCity);
  const last = (from: Stage) => events.findLast((event) => event.fromStage === from && isDecision(event.act));
  const step = (one: Stage, state: WayStep["state"]): WayStep => {
    // What was returned has to be done again: the day of an earlier time would say that it is behind the county.
    const left = state === "done" || state === "ended" ? last(one) : undefined;
    return { stage: one, name: STAGE_NAME[one], state, day: left?.day ?? null, documentNumber: left?.documentNumber ?? "" };
  };
  const recognised = events.findLast((event) => event.toStage === "recognised" && event.fromStage === "verdict");
  if (stage === "refused") {
    const at = way.indexOf(events.findLast((event) => event.act === "refuse")?.fromStage ?? "verdict");
    return [...way.slice(0, at).map((one) => step(one, "done")), step(way[at] ?? "verdict", "ended"), { ...step("refused", "here"), day: last(way[at] ?? "verdict")?.day ?? null, documentNumber: last(way[at] ?? "verdict")?.documentNumber ?? "" }];
  }
  if (stage === "withdrawn") {
    const at = way.indexOf(events.findLast((event) => event.act === "retract")?.fromStage ?? "nomination");
    return [...way.slice(0, at).map((one) => step(one, "done")), { ...step("withdrawn", "here"), day: last(way[at] ?? "nomination")?.day ?? null, documentNumber: last(way[at] ?? "nomination")?.documentNumber ?? "" }];
  }
  const here = AFTER.includes(stage) ? way.indexOf("recognised") : way.indexOf(stage);
  const steps = way.map((one, at) => step(one, at < here ? "done" : at > here ? "todo" : AFTER.includes(stage) ? "done" : "here"));
  if (here === way.length - 1 && recognised) {
    const end = steps[here];
    if (end) steps[here] = { ...end, day: recognised.day, documentNumber: recognised.documentNumber };
  }
  return AFTER.includes(stage) ? [...steps, ...(stage === "revoked" || stage === "recheck" ? [step("correction", last("correction") ? "done" : "ended")] : []), ...(stage === "revoked" && last("recheck") ? [step("recheck", "done")] : []), step(stage, "here")] : steps;
}
