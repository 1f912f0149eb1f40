/** `npm run --silent admin`: makes the system administrator or renews the password, in the database of DATABASE_URL or in the embedded one. */
import { spawn } from "node:child_process";

const command = ["--import", "tsx", "scripts/admin.ts"];
const args = process.env.DATABASE_URL ? command : ["scripts/dev/with-database.mjs", process.execPath, ...command];
spawn(process.execPath, args, { stdio: "inherit" }).on("close", (code) => { process.exitCode = code ?? 1; });
