/** Median of the times (ms) of `runs` calls after one warm-up. */
export async function medianOf(runs: number, run: () => unknown): Promise<number> {
  await run();
  const times: number[] = [];
  for (let index = 0; index < runs; index += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? NaN;
}

export type Line = { what: string; figure: string; goal: string; met: boolean };

/** A ratio against a floor measured in the same run. */
export const ratioLine = (what: string, ms: number, floorMs: number, limit: number): Line => ({
  what, figure: `${ms.toFixed(2)} ms ÷ ${floorMs.toFixed(2)} ms = ${(ms / floorMs).toFixed(2)}`, goal: `≤ ${limit}`, met: ms / floorMs <= limit,
});

/** A clock for answers of the running portal to one person: the median of `runs` whole answers, each of which must be 200. */
export const answerClock = (base: string, cookie: string, runs: number) => (path: string): Promise<number> =>
  medianOf(runs, async () => {
    const answer = await fetch(base + path, { headers: { cookie } });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    await answer.arrayBuffer();
  });
