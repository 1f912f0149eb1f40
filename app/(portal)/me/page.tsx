import type { Metadata } from "next";
import { PortalShell } from "@/components/shell/portal-shell";
import { TokenList } from "@/components/tokens/token-list";
import { accountOf } from "@/lib/access/navigation";
import { requireAct } from "@/lib/access/session";
import { listTokens } from "@/lib/tokens/list-tokens";

export const metadata: Metadata = { title: "接口令牌" };

export default async function MyTokensPage() {
  const actor = await requireAct("token.own");
  const account = accountOf(actor);
  return (
    <PortalShell account={account} crumbs={[{ href: null, label: "接口令牌" }]} current="tokens" nav={[{ title: "本人", items: [{ key: "home", href: "/", label: "首页" }, { key: "tokens", href: "/me", label: "接口令牌" }] }]}>
      <TokenList tokens={await listTokens(actor)} />
    </PortalShell>
  );
}
