/** 教督〔2017〕6号 不予认定: the fields of the county's `veto` item; each counts only when 经查实. */
export const VETO_FIELDS = ["exam", "choice", "keySchools", "posts", "incident", "falsified"] as const;
