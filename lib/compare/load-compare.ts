import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { chooseYear, getPlace, type Place } from "@/lib/divisions/get-place";
import { getCountyResults } from "@/lib/results/get-county-results";
import { listSections } from "@/lib/results/list-sections";
import { NATIONAL_STANDARD } from "@/lib/standard/in-force";
import { STAGE_NAME } from "@/lib/standard/indicators";
import { getFeatures } from "./get-features";
import { listNearest } from "./list-nearest";
import { withAdded } from "./selection";

type Asked = { chosen: string[]; add: string };
const AT_FIRST = 3;
const SIMILAR = 5;

/** The schools (parts) of a county side by side: its own, for it and for the line above it. */
async function compareSchools(tx: Tx, place: Place, year: number, asked: Asked) {
  const sections = await listSections(tx, place.code, year);
  const result = await getCountyResults(tx, place.code, year);
  const options = sections.map((section) => ({ key: `${section.schoolId}.${section.stage}`, name: `${section.school}（${STAGE_NAME[section.stage]}）` }));
  const { chosen, refusal } = withAdded(asked.chosen.length === 0 && asked.add === "" ? options.slice(0, AT_FIRST).map(({ key }) => key) : asked.chosen, asked.add, options, "学校（部）");
  const shown = chosen.flatMap((key) => sections.find((section) => `${section.schoolId}.${section.stage}` === key) ?? []);
  return { place, year, kind: "schools" as const, options, chosen, refusal, shown, standard: result?.judgedBy ?? NATIONAL_STANDARD, result };
}
export type CompareSchoolsView = Awaited<ReturnType<typeof compareSchools>>;

/** The counties that are named: all of a place below the nation, for the list to choose from; of the nation those asked for alone, with city and province, since many districts share a name. */
async function listCounties(tx: Tx, place: Place, { chosen, add }: Asked) {
  const named = place.level === "nation" ? { OR: [{ code: { in: [...chosen, add] } }, { name: add }] } : { code: { startsWith: place.code } };
  const counties = await tx.division.findMany({ where: { level: "county", validTo: null, ...named }, orderBy: { code: "asc" }, select: { code: true, name: true, path: true } });
  return counties.map(({ code, name, path }) => ({ key: code, name, label: place.level === "nation" ? path.replaceAll(" / ", "") : name }));
}

/** Counties below a place side by side. Row-level security shows a county's rows to its own line alone. */
async function compareCounties(tx: Tx, place: Place, year: number, asked: Asked) {
  const first = asked.chosen.length === 0 && asked.add === "";
  const below = place.level === "nation" ? {} : { startsWith: place.code };
  const whole = first ? await tx.countyResult.findMany({ where: { year, divisionCode: below, verdict: { not: null } }, orderBy: { divisionCode: "asc" }, take: AT_FIRST, select: { divisionCode: true } }) : [];
  const wanted = first ? { chosen: whole.map(({ divisionCode }) => divisionCode), add: "" } : asked;
  const options = await listCounties(tx, place, wanted);
  const { chosen, refusal } = withAdded(wanted.chosen, wanted.add, options, "县级单位");
  const features = await getFeatures(tx, chosen, year);
  const shown = [];
  for (const code of chosen) shown.push({ code, name: options.find(({ key }) => key === code)?.label ?? code, result: await getCountyResults(tx, code, year), features: features.find((one) => one.code === code) ?? null });
  const own = features.find(({ code }) => code === chosen[0]);
  return { place, year, kind: "counties" as const, options: place.level === "nation" ? [] : options, chosen, refusal, shown, similar: own ? { of: { ...own, name: shown[0]?.name ?? own.name }, list: await listNearest(tx, place.code, year, own, SIMILAR) } : null };
}
export type CompareCountiesView = Awaited<ReturnType<typeof compareCounties>>;

/** Everything that /d/[code]/compare shows, in one transaction. */
export async function loadCompare(actor: Actor, code: string, askedYear: number | undefined, asked: Asked) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const year = chooseYear(place, askedYear);
    if (year === null) return { place, year, kind: "empty" as const };
    return place.level === "county" ? compareSchools(tx, place, year, asked) : compareCounties(tx, place, year, asked);
  });
}
