/** Passwords and keys made at the first start and kept in secrets.json, readable by its owner only. */
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { makeDataDir } from "./paths.mjs";
import { Trouble } from "./report.mjs";
import { writeWhole } from "./stamps.mjs";

const NAMES = ["ownerPassword", "appPassword", "nextAuthSecret"];
const make = () => crypto.randomBytes(32).toString("base64url");

/** The secrets of a data directory; what is missing is made. */
export function loadSecrets(dataDir) {
  const file = path.join(makeDataDir(dataDir), "secrets.json");
  let known = {};
  if (fs.existsSync(file)) {
    try {
      known = JSON.parse(fs.readFileSync(file, "utf8"));
    } catch (error) {
      if (error instanceof SyntaxError) throw new Trouble(`${file} 不是完整的 JSON：请从备份恢复它，或删除它（密码会重新生成，登录会全部失效，数据不受影响）。`);
      throw error;
    }
  }
  const secrets = { ...known };
  for (const name of NAMES) secrets[name] ||= make();
  if (NAMES.some((name) => secrets[name] !== known[name])) writeWhole(file, JSON.stringify(secrets, null, 2) + "\n", 0o600);
  return secrets;
}
