import clsx from "clsx";
import type { ComponentProps } from "react";

export type ButtonLook = "primary" | "plain" | "danger";

const LOOK: Record<ButtonLook, string> = {
  primary: "bg-brand text-white border-brand hover:opacity-90",
  plain: "bg-surface text-brand border-line hover:bg-brand-soft",
  danger: "bg-surface text-fail border-fail hover:bg-fail-soft",
};

export const buttonClass = (look: ButtonLook = "plain", extra?: string) =>
  clsx("inline-flex min-h-9 items-center justify-center gap-1.5 rounded-md border px-3.5 py-1.5 text-sm font-medium no-underline disabled:opacity-50", LOOK[look], extra);

export function Button({ look = "plain", className, ...rest }: ComponentProps<"button"> & { look?: ButtonLook }) {
  return <button type="button" {...rest} className={buttonClass(look, className)} />;
}
