import type { Metadata } from "next";
import Link from "next/link";
import { Calculator } from "@/components/calculator/calculator";
import { STANDARD_NAME } from "@/lib/standard/indicators";

export const metadata: Metadata = { title: "差异系数计算器", description: "填一张县域基础数据表，即知七项资源配置指标和校际差异系数是否达标；数据不离开本机。" };

export default function CalculatorPage() {
  return (
    <main className="mx-auto w-full max-w-6xl space-y-4 px-4 py-6 sm:px-6">
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="text-xl font-semibold">差异系数计算器</h1>
        <Link className="link text-sm" href="/login">登录平台</Link>
        <p className="w-full text-sm text-muted">
          按{STANDARD_NAME}计算一个县的七项资源配置指标和按在校生数加权的校际差异系数。全部计算在本机浏览器内完成，数据不上传、不保存。
        </p>
      </header>
      <Calculator />
    </main>
  );
}
