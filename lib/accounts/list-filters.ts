import { z } from "zod";
import { OFFICE_KEYS } from "./rules";

export const ACCOUNT_STATES = ["active", "waiting", "renewed", "disabled"] as const;
/** waiting: has never signed in; renewed: signed in before, the initial password is still to be changed. */
export type AccountState = (typeof ACCOUNT_STATES)[number];
export const ACCOUNT_STATE_NAME: Record<AccountState | "locked", string> = { active: "正常", waiting: "未登录过", renewed: "待改密码", disabled: "已停用", locked: "已锁定" };

const filters = z.object({
  office: z.enum(OFFICE_KEYS).optional().catch(undefined),
  state: z.enum(ACCOUNT_STATES).optional().catch(undefined),
  q: z.string().trim().max(40).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type AccountFilters = z.infer<typeof filters>;

/** The filters in the address; an unknown value is no filter. */
export const accountFilters = async (search: Promise<Record<string, string | string[] | undefined>>): Promise<AccountFilters> => filters.parse(await search);

/** The address of a page of the list. */
export function accountsHref({ office, state, q }: AccountFilters, page: number): string {
  const search = new URLSearchParams(Object.entries({ office, state, q }).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  if (page > 1) search.set("page", String(page));
  return `/accounts${search.size > 0 ? `?${search}` : ""}`;
}
