import Link from "next/link";

export default function NotFound() {
  return (
    <main className="mx-auto max-w-lg px-5 py-24 text-center">
      <h1 className="text-xl font-semibold">没有找到这个页面</h1>
      <p className="mt-2 text-muted">地址可能有误，或者这条记录不在您的管理范围内。</p>
      <p className="mt-6"><Link className="link" href="/">返回首页</Link></p>
    </main>
  );
}
