import { StatusTag } from "@/components/ui/status-tag";
import type { Share } from "@/lib/exchange-years/rules";

/** A share with its verdict; unknown without one. */
export function ShareText({ share }: { share: Share }) {
  return share.met === null ? <>{share.text}</> : <StatusTag tone={share.met ? "pass" : "fail"}>{share.text}</StatusTag>;
}
