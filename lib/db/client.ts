import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { PrismaClient } from "./generated/client";

const holder = globalThis as typeof globalThis & { youjunPrisma?: PrismaClient };

/** The client of the application's role, which owns nothing and sees nothing before a scope is set. */
export function prisma(): PrismaClient {
  holder.youjunPrisma ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_APP_URL, max: env().YOUJUN_POOL }),
  });
  return holder.youjunPrisma;
}
