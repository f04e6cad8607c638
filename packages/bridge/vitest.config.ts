import { defineConfig } from "vitest/config";

const conditions = ["ryugu-source", "module", "node"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "simulation/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
