import type { Metadata } from "next";
import { MySchools } from "@/components/schools/my-schools";
import { InspectorPage } from "@/components/visits/inspector-page";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadMySchools } from "@/lib/schools/load-my-schools";

export const metadata: Metadata = { title: "我的学校" };

export default async function MySchoolsPage() {
  const { actor, schools } = await loadPage(async () => {
    const reader = await requireAct("schools.read");
    return { actor: reader, schools: await loadMySchools(reader) };
  });
  return (
    <InspectorPage actor={actor} page="schools" title="我的学校">
      <MySchools schools={schools} />
    </InspectorPage>
  );
}
