import { randomInt } from "node:crypto";
import { hashPassword } from "@/lib/access/hash";

/** Without 0 O o 1 I l: a slip is read off paper. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz";
const LENGTH = 12;
/** Hashes at a time: each takes 19 MiB and one thread. */
const BATCH = 4;

export type Secret = { password: string; hash: string };

/** Twelve characters, with a digit, a capital and a small letter. */
export function initialPassword(): string {
  for (;;) {
    const password = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
    if (/\d/.test(password) && /[A-Z]/.test(password) && /[a-z]/.test(password)) return password;
  }
}

/** Initial passwords with their hashes, made before the transaction: 40 ms each would hold its locks too long. */
export async function newSecrets(count: number): Promise<Secret[]> {
  const secrets: Secret[] = [];
  while (secrets.length < count) {
    const batch = Array.from({ length: Math.min(BATCH, count - secrets.length) }, initialPassword);
    secrets.push(...(await Promise.all(batch.map(async (password) => ({ password, hash: await hashPassword(password) })))));
  }
  return secrets;
}
