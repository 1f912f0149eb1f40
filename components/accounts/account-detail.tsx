import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Finding } from "@/components/ui/finding";
import { dutyText, hasDuties } from "@/lib/access/duties";
import { OFFICE_NAME } from "@/lib/access/offices";
import type { AccountView } from "@/lib/accounts/load-account";
import { dateText, dateTimeText } from "@/lib/time";
import { DisableButton, EnableButton, EndOfficeButton } from "./account-acts";
import { DutiesForm } from "./duties-form";
import { OfficeForm } from "./office-form";
import { RenameForm } from "./rename-form";
import { ResetButton } from "./reset-button";
import { SlipDesk } from "./slip-desk";

function sentence({ account, offices, lockedUntil }: AccountView): string {
  const places = new Set(offices.map(({ place }) => place)).size;
  const held = `${account.displayName}在 ${places} 个单位有 ${offices.length} 个岗位`;
  if (account.disabledAt) return `${held}，账号已于 ${dateText(account.disabledAt)} 停用。`;
  if (lockedUntil) return `${held}；密码连续错误，${dateTimeText(lockedUntil)} 前不能登录。`;
  if (!account.lastSignInAt) return `${held}，还没有登录过。`;
  return `${held}，上次登录 ${dateTimeText(account.lastSignInAt)}${account.mustChangePassword && !account.demo ? "，初始密码还没有修改" : ""}。`;
}

/** One account: what it may do where, and everything that may be done with it. */
export function AccountDetail({ view }: { view: AccountView }) {
  const { account, offices, whole, last, options, history } = view;
  const key = { userId: account.id, version: account.version };
  const active = account.disabledAt === null;
  const changes = whole && active;
  const deciding = offices.filter((office) => office.mine && hasDuties(office));
  return (
    <SlipDesk>
      <Finding tone={active ? "neutral" : "warn"} sentence={sentence(view)}>
        {account.disabledReason ? <p>停用原因：{account.disabledReason}</p> : null}
        {account.demo ? <p>演示账号：密码、启停和已有岗位不能改动。</p> : null}
        {whole ? null : <p>这个账号另有不属于您管理的岗位；改名、重置密码、停用由其上级办理。</p>}
      </Finding>
      <Card title="岗位" lead="一人可以兼任多个岗位，登录后从右上角切换">
        <DataTable caption="岗位" rows={offices} rowKey={(row) => row.id} columns={[
          { key: "place", header: "单位", cell: (row) => row.place },
          { key: "office", header: "岗位", cell: (row) => `${OFFICE_NAME[row.office]}${row.schools > 0 ? `（${row.schools} 所学校）` : ""}` },
          { key: "duties", header: "决定中的职责", cell: (row) => (hasDuties(row) ? dutyText(row.duties) || "无" : "—") },
          { key: "since", header: "起始日期", cell: (row) => <span className="tabular-nums">{dateText(row.startsOn)}</span> },
          { key: "acts", header: "操作", className: "no-print", cell: (row) => (row.mine && !last && !account.demo ? <EndOfficeButton account={key} membershipId={row.id} title={`${row.place} · ${OFFICE_NAME[row.office]}`} /> : "—") },
        ]} />
      </Card>
      {active && !account.demo && deciding.length > 0 ? (
        <Card title="经办、审核、签发" lead="申报认定的决定由三个人依次办理；这里设定该账号承担哪几项，可以多选，保存后立即生效。">
          <div className="space-y-3">{deciding.map((office) => <DutiesForm key={office.id} account={key} membershipId={office.id} title={`${office.place} · ${OFFICE_NAME[office.office]}`} duties={office.duties} />)}</div>
        </Card>
      ) : null}
      {changes ? <Card title="增加岗位"><OfficeForm id={account.id} version={account.version} options={options} /></Card> : null}
      {whole ? (
        <Card title="账号" lead={`用户名 ${account.username} · 建立于 ${dateText(account.createdAt)}`}>
          {active ? <RenameForm id={account.id} version={account.version} displayName={account.displayName} /> : null}
          {account.demo ? null : (
            <div className="mt-4 flex flex-wrap gap-3">
              {active ? <><ResetButton id={account.id} username={account.username} version={account.version} /><DisableButton account={key} username={account.username} /></> : <EnableButton account={key} username={account.username} />}
            </div>
          )}
        </Card>
      ) : null}
      <Card title="办理记录" lead="登录、退出和每次办理都记入不可更改的日志；这里是最近的 30 条">
        {history.length === 0 ? <p className="text-sm text-muted">还没有记录。</p> : (
          <DataTable caption="办理记录" rows={history} rowKey={(row) => row.id} columns={[
            { key: "at", header: "时间", cell: (row) => <span className="tabular-nums">{dateTimeText(row.at)}</span> },
            { key: "what", header: "事项", cell: (row) => row.what },
            { key: "actor", header: "办理人", cell: (row) => <span className="break-all">{row.actor}</span> },
            { key: "note", header: "说明", cell: (row) => row.note || "—" },
          ]} />
        )}
      </Card>
    </SlipDesk>
  );
}
