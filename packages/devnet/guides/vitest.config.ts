import { defineConfig } from "vitest/config";

const conditions = ["ryugu-source", "module", "node", "import", "default"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["*.test.ts"],
    // Each starts a zone of its own and waits for its blocks: two at a time fit two cores.
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
