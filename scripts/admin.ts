// node --import tsx scripts/admin.ts [--first], with DATABASE_URL of the owner; `npm run --silent admin` finds the embedded one.
import pg from "pg";
import { makeAdmin } from "@/lib/accounts/make-admin";

async function main(first: boolean): Promise<number> {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) {
    console.error("未设置 DATABASE_URL");
    return 2;
  }
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const admin = await makeAdmin(client, { first });
    if (admin) console.log(`\n系统管理员账号${admin.made === "created" ? "已建立" : "的密码已重置"}（首次登录须修改密码，请妥善保管）：\n  账号 ${admin.username}\n  密码 ${admin.password}\n登录后在“账号”中为各级教育行政部门建立账号。`);
    return 0;
  } catch (error) {
    console.error(`没有完成：${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    await client.end();
  }
}

process.exitCode = await main(process.argv.includes("--first"));
