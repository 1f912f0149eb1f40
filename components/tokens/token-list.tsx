import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { dateText } from "@/lib/time";
import type { TokenRow } from "@/lib/tokens/list-tokens";
import { RevokeButton, TokenForm } from "./token-desk";

/** A person's tokens for the read API. */
export function TokenList({ tokens }: { tokens: TokenRow[] }) {
  return (
    <>
      <section className="card px-5 py-4">
        <h1 className="text-lg font-semibold">接口令牌</h1>
        <p className="text-sm text-muted">供本单位其他系统读取数据，管理范围与本人账号相同；令牌等同密码，请勿外传。</p>
      </section>
      <Card title="生成新令牌"><TokenForm /></Card>
      <Card title={tokens.length === 0 ? "没有有效的令牌" : `${tokens.length} 个有效令牌`}>
        {tokens.length === 0 ? <p className="text-sm text-muted">需要时在上面生成。</p> : (
          <DataTable caption="有效令牌" rows={tokens} rowKey={(row) => row.id} columns={[
            { key: "name", header: "用途", cell: (row) => row.name },
            { key: "created", header: "生成日期", cell: (row) => dateText(row.createdAt) },
            { key: "expires", header: "到期日期", cell: (row) => dateText(row.expiresAt) },
            { key: "act", header: "操作", cell: (row) => <RevokeButton id={row.id} name={row.name} /> },
          ]} />
        )}
      </Card>
    </>
  );
}
