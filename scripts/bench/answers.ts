import { answerClock, ratioLine, type Line } from "./measure";
import { cookieOf } from "./sign-in";

const RUNS = 25;

/** API answers against a route that only resolves the session, pages against a nearly empty page with a session. */
export async function benchAnswers(base: string): Promise<Line[]> {
  const cookie = await cookieOf(base, "moe");
  const time = answerClock(base, cookie, RUNS);
  const [route, page] = [await time("/api/v1/session"), await time("/password")];
  return [
    ratioLine("接口：县评估", await time("/api/v1/divisions/640422/evaluation?year=2025"), route, 3),
    ratioLine("接口：全国评估", await time("/api/v1/divisions/cn/evaluation?year=2025"), route, 3),
    ratioLine("页面：县总览", await time("/d/640422/overview?year=2025"), page, 5),
    ratioLine("页面：全国总览", await time("/d/cn/overview?year=2025"), page, 5),
  ];
}
