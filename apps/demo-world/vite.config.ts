import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ["ryugu-source", ...defaultClientConditions] },
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The world, the zone's live page, a company's desk, a creator's desk.
      input: {
        index: "index.html",
        zone: "zone.html",
        desk: "desk.html",
        creator: "creator.html",
      },
    },
  },
});
