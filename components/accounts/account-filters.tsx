import Form from "next/form";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { OFFICE_NAME } from "@/lib/access/offices";
import { ACCOUNT_STATE_NAME, ACCOUNT_STATES, type AccountFilters } from "@/lib/accounts/list-filters";
import type { Choice } from "@/lib/accounts/rules";

const FIELD = "ml-2 rounded-md border border-line bg-surface px-2.5 py-1.5 text-sm";

/** The filter row; what is chosen lies in the address. */
export function AccountFilterRow({ filters, choices }: { filters: AccountFilters; choices: Choice[] }) {
  const offices = [...new Set(choices.map(({ office }) => office))];
  return (
    <Form key={JSON.stringify(filters)} action="/accounts" scroll={false} className="no-print mb-3 flex flex-wrap items-end gap-3 text-sm">
      <label>岗位<select name="office" defaultValue={filters.office ?? ""} className={FIELD}><option value="">全部</option>{offices.map((office) => <option key={office} value={office}>{OFFICE_NAME[office]}</option>)}</select></label>
      <label>状态<select name="state" defaultValue={filters.state ?? ""} className={FIELD}><option value="">全部</option>{ACCOUNT_STATES.map((state) => <option key={state} value={state}>{ACCOUNT_STATE_NAME[state]}</option>)}</select></label>
      <label>名称<input name="q" defaultValue={filters.q ?? ""} maxLength={40} placeholder="用户名、姓名或校名" className={`${FIELD} w-44`} /></label>
      <button type="submit" className={buttonClass("primary")}>查询</button>
      <Link href="/accounts" className={buttonClass()}>重置</Link>
    </Form>
  );
}
