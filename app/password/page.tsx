import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PasswordForm } from "@/components/shell/password-form";
import { currentActor } from "@/lib/access/session";

export const metadata: Metadata = { title: "修改密码" };

export default async function PasswordPage() {
  const actor = await currentActor();
  if (!actor) redirect("/login");
  return (
    <main className="mx-auto max-w-md px-5 py-16">
      <div className="card px-7 py-8">
        <h1 className="text-xl font-semibold">修改密码</h1>
        <p className="mb-6 text-sm text-muted">{actor.mustChangePassword ? "首次登录须修改初始密码。" : actor.displayName}</p>
        <PasswordForm />
      </div>
    </main>
  );
}
