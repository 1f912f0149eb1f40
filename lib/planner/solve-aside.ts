import { Worker } from "node:worker_threads";
import { log } from "@/lib/log";
import { solverAnswer, type Solve, type SolverAnswer, type SolverJob } from "./solver-job";

/** One at a time: the solver takes memory and a core. Waiting and working together stay below what a person and a proxy wait for. */
const WAIT_MS = 15_000;
const WORK_MS = 30_000;
export const BUSY = "另一项测算正在进行，请稍候片刻再试。";
const TOO_LONG = "在限定的时间内没有算完；请放宽交流比例，或改用“只增补资源”后重试。";
const FAILED = "测算没有完成，请稍后再试；一直如此的，请告知管理员。";

let turn: Promise<void> = Promise.resolve();

function work(job: SolverJob): Promise<SolverAnswer> {
  return new Promise((resolve) => {
    // without the server's own preloads: one of them leaves with the program that started it, and takes the server along when a thread ends
    const worker = new Worker(new URL("./solve-worker.ts", import.meta.url), { workerData: job, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 256 } });
    const end = (answer: SolverAnswer) => {
      clearTimeout(limit);
      void worker.terminate().then(() => resolve(answer));
    };
    const limit = setTimeout(() => end({ ok: false, message: TOO_LONG }), WORK_MS);
    worker.once("message", (answer: unknown) => end(solverAnswer.parse(answer)));
    worker.once("error", (error) => {
      log.error({ event: "planner-failed", message: String(error) });
      end({ ok: false, message: FAILED });
    });
  });
}

/** Works a plan out on a thread of its own, which ends with it. */
export const solveAside: Solve = async (job) => {
  const before = turn;
  let done = () => {};
  turn = new Promise((resolve) => { done = resolve; });
  let timer: NodeJS.Timeout | undefined;
  const free = await Promise.race([before.then(() => true), new Promise<false>((resolve) => { timer = setTimeout(() => resolve(false), WAIT_MS); })]);
  clearTimeout(timer);
  if (!free) {
    // whoever comes next still waits for the one at work
    void before.then(done);
    return { ok: false, message: BUSY };
  }
  try {
    return await work(job);
  } finally {
    done();
  }
};
