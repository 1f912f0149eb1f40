import next from "eslint-config-next/core-web-vitals";
import nextTs from "eslint-config-next/typescript";

/** Imports go down only: app → components → lib (docs: README “Structure”). */
const floors = (patterns) => ({ "no-restricted-imports": ["error", { patterns }] });
const PURE = [
  { group: ["@/lib/db/*", "@/lib/*/get-*", "@/lib/*/list-*", "@/lib/access/*", "next/*", "react", "react/*", "pg", "node:*"], message: "A pure room: no I/O, no framework." },
];

const config = [
  { ignores: [".next/", ".data/", "node_modules/", "lib/db/generated/", "next-env.d.ts"] },
  ...next,
  ...nextTs,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "max-lines": ["error", { max: 400, skipBlankLines: false }],
      "no-console": "error",
    },
  },
  { files: ["scripts/**", "tests/**", "lib/log.ts", "*.mjs"], rules: { "no-console": "off" } },
  { files: ["app/**"], rules: floors([{ group: ["@/lib/db/generated/*", "@prisma/*", "pg"], message: "Routes do not reach rows; ask lib/<subject>." }]) },
  { files: ["components/**"], rules: floors([{ group: ["@/app/*", "@/lib/db/*", "@prisma/*", "pg"], message: "Components show; they neither route nor read rows." }]) },
  { files: ["lib/**"], rules: floors([{ group: ["@/app/*", "@/components/*"], message: "lib lies below app and components." }]) },
  { files: ["lib/standard/**", "lib/evaluation/**", "lib/*/rules.ts", "lib/*/schema.ts"], rules: floors([{ group: ["@/app/*", "@/components/*"], message: "lib lies below app and components." }, ...PURE]) },
];

export default config;
