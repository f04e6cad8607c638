import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ["ryugu-source", ...defaultClientConditions] },
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The world, the zone's live page, a company's desk.
    rolldownOptions: { input: { index: "index.html", zone: "zone.html", desk: "desk.html" } },
  },
});
