import type { NextConfig } from "next";

/** Whatever a page loads comes from this server; the framework's own scripts and the charts' styles stand in the page. React's development build evaluates. */
const contentPolicy = [
  "default-src 'self'", `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : ""}`, "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self'",
  "connect-src 'self'", "worker-src 'self' blob:", "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'",
].join("; ");

const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
];

const root = import.meta.dirname;

const config: NextConfig = {
  // A stray lockfile in a folder above must not move the server that is built.
  outputFileTracingRoot: root,
  turbopack: { root },
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types; a start on a bureau's machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "highs", "pg", "pino"],
  outputFileTracingExcludes: { "*": [".data/**", "tests/**", "docs/**"] },
  // Tables are imported through server actions (lib/access/limits.ts says how large); the proxy passes the same bodies on.
  experimental: { serverActions: { bodySizeLimit: "16mb" }, proxyClientMaxBodySize: "32mb" },
  // What is written here would take the place of the stricter policy of a file (lib/access/file-answer.ts).
  headers: async () => [{ source: "/:path*", headers: securityHeaders }, { source: "/((?!api/|.*/export$).*)", headers: [{ key: "Content-Security-Policy", value: contentPolicy }] }],
};

export default config;
