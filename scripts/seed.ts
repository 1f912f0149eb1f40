// node --import tsx scripts/seed.ts reference|demo, with DATABASE_URL of the owner.
import pg from "pg";
import { seedReference } from "@/lib/seed/divisions";
import { seedDemo } from "@/lib/seed/seed-demo";

const say = (line: string) => console.log(line);

async function main(what: string | undefined): Promise<number> {
  if (what !== "reference" && what !== "demo") {
    console.error("用法：node --import tsx scripts/seed.ts reference|demo");
    return 2;
  }
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) {
    console.error("未设置 DATABASE_URL");
    return 2;
  }
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    if (what === "reference") say(`行政区划：写入或更新 ${await seedReference(client)} 条`);
    else await seedDemo(client, say);
    return 0;
  } finally {
    await client.end();
  }
}

process.exitCode = await main(process.argv[2]);
