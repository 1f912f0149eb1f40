import type { Metadata } from "next";
import { z } from "zod";
import { ExperienceForm } from "@/components/experiences/experience-form";
import { PlacePage } from "@/components/results/place-page";
import { Card } from "@/components/ui/card";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadExperienceDraft } from "@/lib/experiences/load-experiences";
import { EXPERIENCE_ITEMS } from "@/lib/experiences/schema";
import { BREAKTHROUGH_GROUPS } from "@/lib/standard/tasks";

export const metadata: Metadata = { title: "撰写典型经验" };

const asked = z.object({ id: z.string().max(80).nullable().catch(null), item: z.string().max(40).catch("") });
const GROUPS = BREAKTHROUGH_GROUPS.map((group) => ({ group, items: EXPERIENCE_ITEMS.filter((task) => task.group === group).map(({ key, title }) => ({ key, title })) }));

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewExperiencePage({ params, searchParams }: Props) {
  const { code } = await params;
  const { id, item } = asked.parse({ id: null, item: "", ...(await searchParams) });
  const { actor, place, experience } = await loadPage(async () => {
    const reader = await requireAct("experience.write");
    return { actor: reader, ...(await loadExperienceDraft(reader, code, id)) };
  });
  return (
    <PlacePage actor={actor} place={{ ...place, years: [] }} year={null} page="experiences">
      <section className="card px-5 py-4"><h1 className="text-lg font-semibold">{experience ? "修改典型经验" : "撰写典型经验"}</h1><p className="text-sm text-muted">围绕攻坚清单的一个事项，写清背景、做法和成效；保存后在经验页报送省级。不写学生个人信息。</p></section>
      <Card title="典型经验"><ExperienceForm code={code} item={item} groups={GROUPS} given={experience ? { id: experience.id, version: experience.version, words: experience } : null} /></Card>
    </PlacePage>
  );
}
