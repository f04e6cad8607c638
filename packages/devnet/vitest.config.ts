import { defineConfig } from "vitest/config";

const conditions = ["ryugu-source", "module", "node", "import", "default"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["{src,test,crossings,bench,kills}/**/*.test.ts"],
    // Real chains with blocks of one second wait more than they work: two zones at a time fit two cores.
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 180_000,
  },
});
