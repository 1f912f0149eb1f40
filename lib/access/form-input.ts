import { config, type z } from "zod";
import { zhCN } from "zod/locales";

// What a schema does not say in its own words is said in Chinese.
config(zhCN());

/** A form as a plain object; a name given several times becomes a list. React's own fields are left out. */
export function formToObject(form: FormData): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const key of new Set(form.keys())) {
    if (key.startsWith("$ACTION")) continue;
    const values = form.getAll(key);
    out[key] = values.length > 1 ? values : values[0];
  }
  return out;
}

/** First message of each field, by the dotted path. */
export function fieldsOf(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join(".")] ??= issue.message;
  return fields;
}
