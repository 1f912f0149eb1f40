import Link from "next/link";
import { Button } from "@/components/ui/button";
import { compareHref, MOST, peersHref } from "@/lib/compare/selection";

type Props = { code: string; /** Below /compare. */ path?: "" | "/counties"; year: number; chosen: { key: string; name: string }[]; options: { name: string }[]; refusal: string | null; noun: string; value: string };

/** Adds one by name, removes one by its link; an address that can be sent to a colleague, and no script needed. */
export function Choose({ code, path = "", year, chosen, options, refusal, noun, value }: Props) {
  return (
    <div className="card no-print space-y-3 px-5 py-4">
      <form method="get" action={`/d/${code}/compare${path}`} className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="year" value={year} />
        <input type="hidden" name="with" value={chosen.map(({ key }) => key).join(",")} />
        <label className="grid gap-1 text-sm">加入{noun}（最多 {MOST} 个）
          <input key={value} name="add" list={options.length > 0 ? "compare-options" : undefined} defaultValue={refusal ? value : ""} maxLength={40} aria-invalid={refusal ? true : undefined} aria-describedby={refusal ? "compare-refusal" : undefined} className="min-h-9 w-72 max-w-full rounded-md border border-line bg-surface px-2" />
        </label>
        {options.length > 0 ? <datalist id="compare-options">{options.map(({ name }) => <option key={name} value={name} />)}</datalist> : null}
        <Button type="submit">加入比较</Button>
      </form>
      {refusal ? <p id="compare-refusal" role="alert" className="text-sm text-fail">{refusal}</p> : null}
      {chosen.length > 0 ? (
        <ul className="flex flex-wrap gap-2 text-sm">
          {chosen.map(({ key, name }) => <li key={key} className="rounded border border-line px-2 py-0.5">{name}<Link className="link ml-2" prefetch={false} href={(path === "" ? compareHref : peersHref)(code, year, chosen.filter((one) => one.key !== key).map((one) => one.key))} aria-label={`移除${name}`}>移除</Link></li>)}
        </ul>
      ) : null}
    </div>
  );
}
