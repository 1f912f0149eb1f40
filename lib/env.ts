import { z } from "zod";

const schema = z.object({
  DATABASE_APP_URL: z.url(),
  NEXTAUTH_SECRET: z.string().min(32),
  YOUJUN_DATA_DIR: z.string().default(".data"),
  YOUJUN_POOL: z.coerce.number().int().min(1).max(200).default(20),
  YOUJUN_TRUST_PROXY: z.enum(["0", "1"]).default("0"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
});

let parsed: z.infer<typeof schema> | undefined;

/** The environment, parsed once; a bad value stops the first use with the names of what is wrong. */
export function env(): z.infer<typeof schema> {
  if (!parsed) {
    const result = schema.safeParse(process.env);
    if (!result.success) throw new Error(`环境变量有误：${result.error.issues.map((issue) => issue.path.join(".")).join("、")}`);
    parsed = result.data;
  }
  return parsed;
}
