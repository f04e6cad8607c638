import { defineConfig } from "vitest/config";

const conditions = ["ryugu-source", "module", "node", "import", "default"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      "src/**/*.test.{ts,tsx}",
      "avatars/**/*.test.ts",
      "content/**/*.test.ts",
      "server/**/*.test.ts",
      "test/**/*.test.ts",
    ],
    testTimeout: 60_000,
    maxWorkers: 2,
  },
});
