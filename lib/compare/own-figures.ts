import type { CountyOutcome } from "@/lib/results/get-county-results";
import type { PublishedFigures } from "./published";

/** The county's own stored results in the shape of published ones; null while its roster is not approved whole: incomplete is not compared. */
export function ownFigures({ expected, reported, sections, compliantSections, stages, resourceVerdict, verdict, items }: CountyOutcome): PublishedFigures | null {
  if (expected === 0 || reported < expected) return null;
  return { sections, compliantSections, stages, resource: resourceVerdict, verdict, items };
}
