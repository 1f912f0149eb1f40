/** What is handed to a person once: printed, never stored. */
export type Slip = { username: string; password: string; place: string; offices: string; displayName: string };
