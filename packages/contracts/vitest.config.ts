import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["{model,mutation,scripts}/**/*.test.ts"], testTimeout: 60_000 },
});
