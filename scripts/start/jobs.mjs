/**
 * Work by the clock, in pg-boss: queues and times are rows of the database, so that of several copies one does each
 * job. Runs beside the web process with the owner's rights; the web process cannot start or change a job.
 */
import { say } from "./report.mjs";

const ZONE = "Asia/Shanghai";

/** Queue, its times (cron, Shanghai) and what it runs; each statement answers with one number. */
export const JOBS = [
  { queue: "due-notices", cron: "10 6-20 * * *", sql: `SELECT make_task_notices(day) + make_ledger_notices(day) AS count FROM (SELECT (now() AT TIME ZONE '${ZONE}')::date AS day) today` },
  // Addresses of respondents are kept, as hashes, for the hours that the limit looks at.
  { queue: "survey-addresses", cron: "40 * * * *", sql: "WITH gone AS (DELETE FROM survey_addresses WHERE hour < now() - interval '1 day' RETURNING 1) SELECT count(*)::int AS count FROM gone" },
];

/** Starts the jobs; each also runs once now, since the machine may have been off at its time. Resolves to what stops them. */
export async function startJobs(ownerUrl, { jobs = JOBS, schema = "youjun_jobs" } = {}) {
  const { default: PgBoss } = await import("pg-boss");
  const boss = new PgBoss({ connectionString: ownerUrl, schema, application_name: "youjun-jobs", max: 2 });
  const fail = (error) => say(`定时任务出错：${error.message}`);
  boss.on("error", fail);
  await boss.start();
  for (const { queue, cron, sql } of jobs) {
    await boss.createQueue(queue, { name: queue, policy: "singleton", retryLimit: 2 });
    await boss.work(queue, async () => (await boss.getDb().executeSql(sql)).rows[0]);
    await boss.schedule(queue, cron, {}, { tz: ZONE });
    await boss.send(queue, {}, { singletonKey: queue });
  }
  return { boss, stop: () => boss.stop({ graceful: false, wait: true, timeout: 3_000 }).catch(fail) };
}

/** A portal without its clock still serves: the sentence says what is missing and why. */
export async function startJobsOrSay(ownerUrl) {
  try {
    return await startJobs(ownerUrl);
  } catch (error) {
    say(`定时任务没有启动，到期提醒暂不发送：${error.message}`);
    return null;
  }
}
