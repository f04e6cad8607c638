import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
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

/** What the packed Chromium brings for a machine that has neither its libraries nor fonts. */
const BROUGHT = ["al2023.tar.br", "fonts.tar.br"];

/** Starts headless Chromium: the machine's own where it is, the packed one otherwise. */
export async function launchBrowser(): Promise<Browser> {
  if (existsSync(INSTALLED)) return chromium.launch({ executablePath: INSTALLED, args: FLAGS });
  const executablePath = await packed.executablePath();
  return chromium.launch({ executablePath, args: FLAGS, env: await bareMachine() });
}

/** The packed Chromium's environment. What the machine has comes first where a folder is only added. */
async function bareMachine(): Promise<Record<string, string>> {
  const bin = new URL("../bin/", import.meta.resolve("@sparticuz/chromium"));
  for (const name of BROUGHT) await inflate(fileURLToPath(new URL(name, bin)));
  const given = Object.entries(process.env).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  const fonts = existsSync("/etc/fonts/fonts.conf")
    ? {}
    : { FONTCONFIG_PATH: join(tmpdir(), "fonts") };
  const libraries = [process.env.LD_LIBRARY_PATH, join(tmpdir(), "al2023", "lib")];
  return {
    ...Object.fromEntries(given),
    ...fonts,
    LD_LIBRARY_PATH: libraries.filter(Boolean).join(":"),
  };
}
