import type { NextConfig } from "next";

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
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default config;
