import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const conditions = ["ryugu-source", "module", "node"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "simulation/**/*.test.ts"],
    // Vitest would leave one core of two idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Loading what all files load took half of what the small ones cost: they share a process, and change nothing global.
    isolate: false,
    setupFiles: ["test/harness/each-file.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
