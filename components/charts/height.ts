/** Every drawing has the same height: its place is kept before it arrives. */
export const CHART_HEIGHT = 300;
