const partsOf = (path: string): string[] => path.split(" / ");

/**
 * A place with what lies between it and the place that is read: many cities have a 市中区, so above its city a county is named
 * with it (“济南市市中区”), and above its province with that too. Both are paths as divisions store them, “山东省 / 济南市 / 市中区”. Pure.
 */
export function placeName(path: string, read: string): string {
  const [parts, known] = [partsOf(path), partsOf(read)];
  const name = parts.at(-1) ?? "";
  const differs = parts.findIndex((part, at) => part !== known[at]);
  // 上海市市辖区 names its province itself.
  const between = differs < 0 ? [] : parts.slice(differs, -1).filter((part) => !name.startsWith(part));
  return [...between, name].join("");
}
