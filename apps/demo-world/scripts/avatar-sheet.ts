/**
 * Draws every avatar in many poses, for the eye: `node --conditions=ryugu-source
 * scripts/avatar-sheet.ts [picture.png] [ids] [shots]`.
 */
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { launchBrowser } from "@ryugu/test-browser";
import { createServer } from "vite";
import type { AvatarEntry } from "../avatars/build.ts";
import { AVATARS, buildAvatarsIfStale } from "./avatars-if-stale.ts";

const HERE = dirname(fileURLToPath(import.meta.url));
const CELL = [300, 440] as const;

await buildAvatarsIfStale();
const list: AvatarEntry[] = JSON.parse(await readFile(join(AVATARS, "avatars.json"), "utf8"));
const [picture = "avatar-sheet.png", chosen, shots] = process.argv.slice(2);
const ids = chosen ? chosen.split(",") : list.map(({ id }) => id);

const server = await createServer({
  root: join(HERE, "avatar-sheet"),
  configFile: false,
  publicDir: AVATARS,
  logLevel: "warn",
  cacheDir: join(HERE, "../.tsbuild/avatar-sheet"),
  server: { host: "127.0.0.1", port: 0, fs: { allow: [join(HERE, "../../..")] }, watch: null },
});
await server.listen();
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
page.on("pageerror", (error) => process.stderr.write(`${error}\n`));
await page.goto(server.resolvedUrls?.local[0] ?? "");
await page.waitForFunction(() => "drawSheet" in window);
await page.evaluate(([names, cell, only]) => window.drawSheet(names, cell, only), [
  ids,
  CELL,
  shots,
] as const);
await page.locator("canvas").screenshot({ path: resolve(picture), timeout: 120_000 });
await browser.close();
await server.close();
