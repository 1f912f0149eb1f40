import { parentPort, workerData } from "node:worker_threads";
import { planCounty } from "@/lib/evaluation/planner/plan-county";
import { solverJob } from "./solver-job";

/** The solver's own thread: the portal answers others while it works, and its memory goes when it ends. */
const { schools, mode, quota, unitCost, groups, standard } = solverJob.parse(workerData);
const outcome = await planCounty(schools, { mode, quota, unitCost, groups: new Map(Object.entries(groups)), evaluation: standard });
parentPort?.postMessage(outcome);
