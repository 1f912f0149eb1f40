import { SMALL, URBAN, type Features } from "./similar";

/** Taken from the database a few more than are shown: the order in which they stand is that of `similarTo`. */
export const CANDIDATES = 12;

/**
 * `distanceOf` as the database says it, from the features of a row to those of $1–$3 (`ownFeatures`), so that of 2,900 counties a dozen
 * is carried and not all. Held equal to it by tests/integration/published.test.ts.
 */
export const DISTANCE_SQL = `abs(ln(pupils / $1::float8) / ln(2::float8)) + abs(coalesce(urban_share, 0) - $2::float8) / ${URBAN} + abs(small_schools - $3::float8) / ${SMALL}`;
export const ownFeatures = ({ pupils, urban, small }: Features): [number, number, number] => [pupils, urban, small];
