import { redirect } from "next/navigation";
import { homeOf } from "@/lib/access/actor";
import { requireActor } from "@/lib/access/session";

export default async function HomePage() {
  redirect(homeOf(await requireActor()));
}
