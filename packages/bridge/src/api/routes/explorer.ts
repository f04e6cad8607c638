import { readFileSync } from "node:fs";
import type { App } from "../app.ts";

const FILES = [
  ["/", "index.html", "text/html; charset=utf-8"],
  ["/explorer.css", "explorer.css", "text/css; charset=utf-8"],
  ["/explorer.js", "explorer.js", "text/javascript; charset=utf-8"],
  ["/words.js", "words.js", "text/javascript; charset=utf-8"],
] as const;

/** The page asks this node only, runs nothing but its own files, and is shown in no other page. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A plain page for people: where is my transfer, what do the vaults hold, how does the node fare. */
export function explorerRoutes(app: App): void {
  for (const [path, file, type] of FILES) {
    const content = readFileSync(new URL(`../explorer/${file}`, import.meta.url));
    app.get(path, { schema: { hide: true } }, async (_, reply) =>
      reply
        .type(type)
        .headers({
          "content-security-policy": POLICY,
          "x-content-type-options": "nosniff",
          "referrer-policy": "no-referrer",
          "cache-control": "no-cache",
        })
        .send(content),
    );
  }
}
