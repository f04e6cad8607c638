/**
 * Takes pictures of the places with made-up people in them, to be looked at:
 * `node --conditions=ryugu-source scripts/view-sheet.ts <folder> [part of a shot's name …]`.
 */
import { createReadStream, existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { launchBrowser } from "@ryugu/test-browser";
import react from "@vitejs/plugin-react";
import type { Browser } from "playwright-core";
import { build, defaultClientConditions } from "vite";
import type { Shot } from "./view-sheet/shot.ts";
import { SHOTS } from "./view-sheet/shots.ts";

const APP = dirname(dirname(fileURLToPath(import.meta.url)));
const SETTLE = 1_500;
/** Smaller is faster where one looks again and again: VIEW_SHEET_WIDTH. */
const WIDTH = Number(process.env.VIEW_SHEET_WIDTH ?? 1_280);
const SIZE = { width: WIDTH, height: Math.round((WIDTH * 9) / 16) };
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".glb": "model/gltf-binary",
  ".vrm": "model/gltf-binary",
  ".png": "image/png",
};

async function buildPage(outDir: string): Promise<void> {
  await build({
    root: join(APP, "scripts/view-sheet"),
    configFile: false,
    logLevel: "warn",
    plugins: [react()],
    resolve: { conditions: ["ryugu-source", ...defaultClientConditions] },
    build: { outDir, target: "es2023", chunkSizeWarningLimit: 2_000, minify: false },
  });
}

function serve(pages: string) {
  const roots: readonly (readonly [string, string])[] = [
    ["/avatars/", join(APP, "dist-avatars")],
    ["/items/", join(APP, "dist-content/gifts")],
    ["/pictures/", join(APP, "dist-content/artworks")],
    ["/", pages],
  ];
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    const [prefix, folder] = roots.find(([start]) => path.startsWith(start)) ?? ["/", pages];
    const file = join(folder, path === "/" ? "index.html" : path.slice(prefix.length));
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  return new Promise<{ url: string; close(): void }>((done) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      done({ url: `http://127.0.0.1:${port}/`, close: () => server.close() });
    });
  });
}

async function take(browser: Browser, url: string, shot: Shot, folder: string): Promise<string> {
  const viewport = shot.phone ? { width: 390, height: 844 } : SIZE;
  const page = await browser.newPage({ viewport });
  const heard: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") heard.push(message.text());
  });
  page.on("pageerror", (error) => heard.push(error.message));
  await page.goto(`${url}#${encodeURIComponent(JSON.stringify(shot))}`);
  await page
    .waitForFunction(() => window.isReady && window.drawn > 3, undefined, { timeout: 90_000 })
    .catch(() => heard.push("not ready in time"));
  await page.waitForTimeout(SETTLE);
  await page.screenshot({ path: join(folder, `${shot.name}.png`), timeout: 120_000 });
  const stats = await page.evaluate(() =>
    JSON.stringify({ ...window.stats, problems: window.problems }),
  );
  await page.close();
  return [`${shot.name}: ${stats}`, ...heard.slice(0, 6)].join("\n  ");
}

const folder = resolve(process.argv[2] ?? join(tmpdir(), "view-sheet"));
const wanted = process.argv.slice(3);
await mkdir(folder, { recursive: true });
const pages = await mkdtemp(join(tmpdir(), "view-sheet-page-"));
await buildPage(pages);
const server = await serve(pages);
const browser = await launchBrowser();
try {
  for (const shot of SHOTS) {
    if (wanted.length > 0 && !wanted.some((part) => shot.name.includes(part))) continue;
    process.stdout.write(`${await take(browser, server.url, shot, folder)}\n`);
  }
} finally {
  await browser.close();
  server.close();
  await rm(pages, { recursive: true, force: true });
}
