import { Button } from "@/components/ui/button";

/** Chooses whom, by a plain form: the page that comes back knows the place's figures. */
export function TargetChoice({ targets, chosen }: { targets: { code: string; name: string }[]; chosen: string }) {
  return (
    <form className="flex flex-wrap items-end gap-3 text-sm" role="search" aria-label="选择下级单位">
      <label className="font-medium">发给<select name="to" defaultValue={chosen} className="mt-1 block max-w-full rounded-md border border-line bg-surface px-3 py-2 font-normal"><option value="">请选择</option>{targets.map((one) => <option key={one.code} value={one.code}>{one.code.length === 6 ? "　" : ""}{one.name}</option>)}</select></label>
      <Button type="submit">读取数据</Button>
    </form>
  );
}
