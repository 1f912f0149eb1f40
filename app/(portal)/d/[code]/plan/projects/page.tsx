import type { Metadata } from "next";
import { ProjectsPanel } from "@/components/projects/projects-panel";
import { PlanFrame } from "@/components/plans/plan-frame";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadProjects } from "@/lib/projects/load-projects";

export const metadata: Metadata = { title: "建设项目与学位" };

export default async function ProjectsPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("plan.read");
    return { actor: reader, view: await loadProjects(reader, code) };
  });
  return (
    <PlanFrame actor={actor} place={view.place} tab="/projects">
      <ProjectsPanel view={view} />
    </PlanFrame>
  );
}
