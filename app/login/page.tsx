import type { Metadata } from "next";
import Link from "next/link";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { DisplaySwitches } from "@/components/shell/display-switches";
import { SignInForm } from "@/components/shell/sign-in-form";
import { homeOf } from "@/lib/access/actor";
import { chosenDisplay, DISPLAY_COOKIE } from "@/lib/access/display-mode";
import { currentActor } from "@/lib/access/session";

export const metadata: Metadata = { title: "登录" };

/** Only an address of our own: one slash, no scheme, no backslash, nothing that a browser drops. */
const ownPath = z.string().regex(/^\/(?![/\\])[^\\\s\p{Cc}]*$/u).catch("/");

export default async function LoginPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await currentActor();
  if (actor) redirect(homeOf(actor));
  const { next } = await searchParams;
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center px-5 py-10">
      <div className="card px-7 py-8">
        <h1 className="text-xl font-semibold">优均创建平台</h1>
        <p className="mb-6 text-sm text-muted">县域义务教育优质均衡创建</p>
        <SignInForm next={ownPath.parse(next)} />
        <div className="mt-5 border-t border-line pt-3"><DisplaySwitches initial={chosenDisplay((await cookies()).get(DISPLAY_COOKIE)?.value)} /></div>
      </div>
      <p className="mt-5 text-center text-sm text-muted">
        还没有账号？先用<Link className="link" href="/calculator">差异系数计算器</Link>算一算本县，数据不离开本机；也可以查看<Link className="link" href="/public">公布名单和标准</Link>。
      </p>
    </main>
  );
}
