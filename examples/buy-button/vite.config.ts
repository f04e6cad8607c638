import { defaultClientConditions, defineConfig } from "vite";

export default defineConfig({
  // In the workspace the SDK is read from its source.
  resolve: { conditions: ["ryugu-source", ...defaultClientConditions] },
  build: { target: "es2023" },
});
