import pg from "pg";
import { scopeOf, type Actor, type Office } from "@/lib/access/actor";
import { FLAG_RULE_KEYS, FLAG_RULES } from "@/lib/data-flags/detect-rules";
import { detectFlags } from "@/lib/data-flags/scan-county";
import { prisma } from "@/lib/db/client";
import { withScope } from "@/lib/db/with-scope";

/** `npm run flags:all`: what the rules of 数据疑点 find in every county-year with approved data. Data that nobody has bent should raise next to nothing. */
async function main(): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query("SELECT set_config('app.scope', 'cn', false)");
  const { rows } = await client.query<{ code: string; year: number }>("SELECT DISTINCT division_code AS code, year FROM school_facts ORDER BY 1, 2");
  await client.end();
  const office: Office = { id: "", office: "supervision", level: "nation", divisionCode: "cn", divisionName: "", schoolId: null, schoolName: null, unitId: null, unitName: null, unitKind: null, schoolIds: [], duties: [] };
  const actor: Actor = { userId: "", username: "", displayName: "", mustChangePassword: false, demo: false, office, offices: [office] };
  const counted = new Map<string, number>();
  let schools = 0;
  for (const { code, year } of rows) {
    const one = await withScope(scopeOf(actor), (tx) => detectFlags(tx, code, year));
    schools += one.schools;
    for (const { rule } of one.found) counted.set(rule, (counted.get(rule) ?? 0) + 1);
  }
  const all = [...counted.values()].reduce((sum, n) => sum + n, 0);
  console.log(`${rows.length} 个县年度、${schools} 所次学校：疑点 ${all} 条，每百所次 ${((all / schools) * 100).toFixed(2)} 条`);
  for (const rule of FLAG_RULE_KEYS) console.log(`${FLAG_RULES[rule].name}：${counted.get(rule) ?? 0}`);
  await prisma().$disconnect();
}

await main();
