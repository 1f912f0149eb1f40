import { revalidatePath } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { appendEvent, type AuditEntry } from "@/lib/audit/append-event";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { explain } from "@/lib/explain-error";
import type { Result } from "@/lib/result";
import { scopeOf, type Actor } from "./actor";
import { fieldsOf, formToObject } from "./form-input";
import { can, type Act } from "./permissions";
import { assertText } from "./well-formed";
import { currentActor } from "./session";

export const ACTION_MARK = Symbol.for("youjun.action");

type ActionSpec<S extends z.ZodType, T> = {
  act: Act;
  schema: S;
  /** One transaction in the actor's reach; returns the value, what to write in the log and which pages changed. */
  run: (context: { tx: Tx; actor: Actor; input: z.infer<S> }) => Promise<{ value: T; audit: AuditEntry | AuditEntry[]; changed: string[]; message?: string }>;
};

type LongActionSpec<S extends z.ZodType, T, B> = Omit<ActionSpec<S, T>, "run"> & {
  /** What takes seconds, between a read in the actor's reach and the write: no connection is held meanwhile. */
  before: (context: { actor: Actor; input: z.infer<S>; read: <V>(run: (tx: Tx) => Promise<V>) => Promise<V> }) => Promise<B>;
  run: (context: { tx: Tx; actor: Actor; input: z.infer<S>; before: B }) => ReturnType<ActionSpec<S, T>["run"]>;
};

export type Action<T> = (previous: Result<T> | null, input: unknown) => Promise<Result<T>>;

/** The maker of every write: authorise → parse → one transaction → audit → revalidate. Errors come back as values. */
export const defineAction = <S extends z.ZodType, T>(spec: ActionSpec<S, T>): Action<T> => defineLongAction<S, T, null>({ ...spec, before: () => Promise.resolve(null) });

/** The same for an act that computes for seconds before it writes. */
export function defineLongAction<S extends z.ZodType, T, B>(spec: LongActionSpec<S, T, B>): Action<T> {
  const action: Action<T> = async (_previous, raw) => {
    try {
      const actor = await currentActor();
      if (!actor || actor.mustChangePassword) throw new AppError("unauthenticated");
      if (!can(actor, spec.act)) throw new AppError("forbidden");
      const given = raw instanceof FormData ? formToObject(raw) : raw;
      assertText(given);
      const parsed = spec.schema.safeParse(given);
      if (!parsed.success) throw new AppError("invalid", undefined, fieldsOf(parsed.error));
      const before = await spec.before({ actor, input: parsed.data, read: (run) => withScope(scopeOf(actor), run) });
      const done = await withScope(scopeOf(actor), async (tx) => {
        const outcome = await spec.run({ tx, actor, input: parsed.data, before });
        for (const entry of [outcome.audit].flat()) await appendEvent(tx, actor, entry);
        return outcome;
      });
      for (const path of done.changed) revalidatePath(path);
      return { ok: true, data: done.value, message: done.message };
    } catch (error) {
      unstable_rethrow(error);
      const { body } = explain(error);
      return { ok: false, message: body.message, fields: body.fields, data: body.data };
    }
  };
  return Object.assign(action, { [ACTION_MARK]: true });
}
