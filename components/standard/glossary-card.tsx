import { Card } from "@/components/ui/card";
import { GLOSSARY } from "@/lib/standard/glossary";
import { STATEMENTS } from "@/lib/standard/statements";

/** What no computation decides, and the terms used all over the platform. */
export function GlossaryCard() {
  return (
    <>
      <Card title={`只作说明的口径 ${STATEMENTS.length} 条`} lead="办法没有写明，且不能由填报的数据计算；平台按下列理解处理">
        <dl className="grid gap-x-8 gap-y-3 text-sm md:grid-cols-2">
          {STATEMENTS.map((entry) => <div key={entry.question}><dt className="font-medium">{entry.question}</dt><dd>{entry.label}<span className="text-muted">（{entry.source}）</span></dd></div>)}
        </dl>
      </Card>
      <details className="card px-5 py-4">
        <summary className="cursor-pointer font-semibold">名词解释 {Object.keys(GLOSSARY).length} 条</summary>
        <dl className="mt-3 grid gap-x-8 gap-y-3 text-sm md:grid-cols-2">
          {Object.values(GLOSSARY).map(({ term, meaning }) => <div key={term}><dt className="font-medium">{term}</dt><dd>{meaning}</dd></div>)}
        </dl>
      </details>
    </>
  );
}
