/** The first character of each initial in the pinyin order of Unicode; no initial i, u, v. */
const FIRST: [string, string][] = [
  ["阿", "a"], ["八", "b"], ["嚓", "c"], ["咑", "d"], ["妸", "e"], ["发", "f"], ["旮", "g"], ["哈", "h"], ["丌", "j"], ["咔", "k"], ["垃", "l"], ["妈", "m"],
  ["拏", "n"], ["噢", "o"], ["妑", "p"], ["七", "q"], ["呥", "r"], ["仨", "s"], ["他", "t"], ["屲", "w"], ["夕", "x"], ["丫", "y"], ["帀", "z"],
];

/** Names whose first reading in the dictionary is not the one of the place. */
const READ: Record<string, string> = {
  重庆: "cq", 长: "c", 厦门: "xm", 单县: "sx", 浚县: "xx", 尉犁: "yl", 曾都: "zd", 乐清: "yq", 东阿: "de", 会稽: "kj", 洪洞: "ht", 蔚县: "yx", 涡阳: "gy",
};

const order = new Intl.Collator("zh-Hans-CN-u-co-pinyin");

function initialOf(character: string): string {
  if (/[a-z0-9]/i.test(character)) return character.toLowerCase();
  if (!/\p{Script=Han}/u.test(character)) return "";
  let found = "";
  for (const [first, letter] of FIRST) {
    if (order.compare(first, character) > 0) break;
    found = letter;
  }
  return found;
}

/** Pinyin initials of a name, for the search: 西吉县 → xjx. Readings of a few places are known by heart. */
export function initialsOf(name: string): string {
  const word = Object.keys(READ).find((known) => name.includes(known));
  if (!word) return [...name].map(initialOf).join("");
  const at = name.indexOf(word);
  return initialsOf(name.slice(0, at)) + (READ[word] ?? "") + initialsOf(name.slice(at + word.length));
}
