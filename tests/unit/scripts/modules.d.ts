/** Types of the plain-JavaScript modules that these tests read. */
declare module "*/start/stamps.mjs" {
  export function sha256(content: string): string;
  export function hashTree(root: string, targets: string[], options?: { skip?: (file: string) => boolean }): string;
  export function readStamp(file: string): string | undefined;
  export function writeStamp(file: string, hash: string): void;
}
declare module "*/start/database-url.mjs" {
  export interface Parts { user: string; password: string; server: string; database: string }
  export function parseDatabaseUrl(text: string, variable?: string): Parts;
  export function diagnoseConnection(error: { code?: string; message?: string }, parts: Parts, variable?: string): string | null;
}
declare module "*/start/migrate.mjs" {
  export interface Migration { name: string; sql: string; checksum: string }
  export interface Applied { migration_name: string; checksum: string; finished_at: Date | null; rolled_back_at: Date | null }
  export function readMigrations(folder?: string): Migration[];
  export function planMigrations(files: Migration[], applied: Applied[]): Migration[];
  export function migrate(databaseUrl: string, options?: { folder?: string }): Promise<string[]>;
}
declare module "*/start/embedded-postgres.mjs" {
  export function placeData(base: string): string;
}
declare module "*/start/install.mjs" {
  export function nodeIsNewEnough(version: string): boolean;
  interface Packages { packages?: Record<string, { version?: string; optional?: boolean }> }
  export function installedAsLocked(lock: Packages, installed: Packages): boolean;
}
declare module "*/start/lock.mjs" {
  export function takeLock(file: string, details?: object): { release?: () => void; holder?: { pid: number } };
}
declare module "*/start/orphan.mjs" {
  export function namesDirectory(commandLine: string, dataDir: string): boolean;
  export function stopOrphan(dataDir: string): Promise<void>;
}
declare module "*/start/report.mjs" {
  export function sentence(error: unknown): string;
}
declare module "*/start/web.mjs" {
  export function readPort(text?: string): number;
  export function readHeap(text?: string): number;
  export function isPortal(answer: { body: string } | null): boolean;
  export function addressOf(host: string, port: number): string;
}
declare module "*/start/portal.mjs" {
  export function wantsDemo(env: Record<string, string>): boolean;
}
declare module "*/start/postgres-binaries.mjs" {
  export function canReach(dir: string, user: { uid: number; gid: number }): boolean;
}
declare module "*/start/secrets.mjs" {
  export function loadSecrets(dir: string): Record<string, string>;
}
declare module "*/test/tally.mjs" {
  export interface Tally { passed: number; failed: number; skipped: number }
  export function lastLine(tally: Tally): string;
  export function tallyVitest(report: object | null, code: number): Tally;
  export function tallyPlaywright(report: object | null, code: number): Tally;
}
declare module "*/start/demo-accounts.mjs" {
  export const DEMO_PASSWORD: string;
  export function demoAccounts(): { username: string; label: string }[];
}
declare module "*/start/jobs.mjs" {
  export interface Job { queue: string; cron: string; sql: string }
  export const JOBS: Job[];
  export function startJobs(ownerUrl: string, options?: { jobs?: Job[]; schema?: string }): Promise<{ stop(): Promise<void> }>;
}
