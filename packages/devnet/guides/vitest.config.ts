import { defineConfig } from "vitest/config";

const conditions = ["ryugu-source", "module", "node", "import", "default"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["*.test.ts"],
    // Each starts a zone of its own and a program for every command: one after the other fits two cores.
    maxWorkers: 1,
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
