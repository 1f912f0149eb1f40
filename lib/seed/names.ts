import type { Prng } from "./prng";
import { shuffled } from "./prng";

/** Words for invented places and their pinyin initials; no real school is imitated. */
const FRONT: Record<string, string> = { 东: "d", 西: "x", 南: "n", 北: "b", 上: "s", 下: "x", 大: "d", 小: "x", 新: "x", 老: "l", 前: "q", 后: "h", 双: "s", 青: "q", 白: "b", 红: "h", 长: "c", 高: "g" };
const BACK: Record<string, string> = { 河: "h", 湾: "w", 沟: "g", 塘: "t", 桥: "q", 岭: "l", 坡: "p", 泉: "q", 庄: "z", 台: "t", 坪: "p", 滩: "t", 林: "l", 店: "d", 集: "j", 堡: "b" };
const REST: Record<string, string> = {
  第: "d", 一: "y", 二: "e", 三: "s", 四: "s", 五: "w", 六: "l", 七: "q", 八: "b", 九: "j", 十: "s", 百: "b", 零: "l", 学: "x", 校: "x", 中: "z", 心: "x",
  镇: "z", 教: "j", 点: "d", 初: "c", 级: "j", 年: "n", 贯: "g", 制: "z", 实: "s", 验: "y", 完: "w", 全: "q", 特: "t", 殊: "s", 育: "y", 职: "z", 业: "y", 技: "j", 术: "s", 小: "x",
};
const INITIAL: Record<string, string> = { ...FRONT, ...BACK, ...REST };

/** Pinyin initials for the type-ahead. */
export const initialsOf = (name: string) => [...name].map((character) => INITIAL[character] ?? "").join("");

const DIGITS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1 → 一, 12 → 十二, 30 → 三十, 105 → 一百零五. */
export function chineseNumber(value: number): string {
  const digit = (at: number) => DIGITS[at] ?? "";
  if (value < 10) return digit(value);
  if (value < 20) return `十${value % 10 ? digit(value % 10) : ""}`;
  if (value < 100) return `${digit(Math.floor(value / 10))}十${value % 10 ? digit(value % 10) : ""}`;
  const rest = value % 100;
  const tail = rest === 0 ? "" : rest < 10 ? `零${digit(rest)}` : rest < 20 ? `一${chineseNumber(rest)}` : chineseNumber(rest);
  return `${digit(Math.floor(value / 100))}百${tail}`;
}

/** Invented place names of a county, each given out once: 东河, 青石岭 … */
export function placeNames(random: Prng): () => string {
  const pairs = Object.keys(FRONT).flatMap((front) => Object.keys(BACK).map((back) => `${front}${back}`));
  const order = shuffled(random, pairs);
  let given = 0;
  return () => {
    const round = Math.floor(given / order.length);
    const place = order[given % order.length] ?? "";
    given += 1;
    return round === 0 ? place : `${place}${chineseNumber(round + 1)}`;
  };
}
