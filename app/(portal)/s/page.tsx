import type { Metadata } from "next";
import { MySchools } from "@/components/schools/my-schools";
import { PortalShell } from "@/components/shell/portal-shell";
import { loadPage } from "@/lib/access/load-page";
import { accountOf } from "@/lib/access/navigation";
import { requireAct } from "@/lib/access/session";
import { loadMySchools } from "@/lib/schools/load-my-schools";

export const metadata: Metadata = { title: "我的学校" };

export default async function MySchoolsPage() {
  const { actor, schools } = await loadPage(async () => {
    const reader = await requireAct("schools.read");
    return { actor: reader, schools: await loadMySchools(reader) };
  });
  const nav = [{ title: actor.office.divisionName, items: [{ key: "schools", href: "/s", label: "我的学校" }] }];
  return (
    <PortalShell account={accountOf(actor)} crumbs={[{ href: null, label: actor.office.divisionName }, { href: null, label: "我的学校" }]} nav={nav} current="schools">
      <MySchools schools={schools} />
    </PortalShell>
  );
}
