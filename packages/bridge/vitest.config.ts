import { defineConfig } from "vitest/config";

const conditions = ["ryugu-source", "module", "node"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "simulation/**/*.test.ts"],
    // Vitest would leave a core of two free; a few files wait for blocks.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
