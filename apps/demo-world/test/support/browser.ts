import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import packed, { inflate } from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

const INSTALLED = "/usr/bin/chromium";
const FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

/** Starts headless Chromium: the machine's own where it is, the packed one otherwise. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = existsSync(INSTALLED) ? INSTALLED : await packed.executablePath();
  try {
    return await chromium.launch({ executablePath, args: FLAGS });
  } catch (error) {
    if (!String(error).includes("error while loading shared libraries")) throw error;
    // A bare machine lacks what Chromium links to; the package carries it.
    const library = new URL("../bin/al2023.tar.br", import.meta.resolve("@sparticuz/chromium"));
    await inflate(library.pathname);
    const env = { ...process.env, LD_LIBRARY_PATH: join(tmpdir(), "al2023", "lib") };
    return chromium.launch({ executablePath, args: FLAGS, env });
  }
}
