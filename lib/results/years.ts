/** “2025学年初”: the figures of 1 September of that year. */
export const yearName = (year: number) => `${year}学年初`;
