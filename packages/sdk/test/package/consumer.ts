import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { packSdk } from "./pack.ts";
import { CONSUMER, EXAMPLES, REPOSITORY } from "./places.ts";
import { runOrFail } from "./run-command.ts";

/** The examples that need nothing but the SDK; each prints what its `output.txt` says. */
export const EXAMPLE_NAMES = [
  "content-id",
  "inspect-avatar",
  "read-metadata",
  "verify-manifest",
  "check-issuer-reserves",
] as const;

/** The examples that need chains: only compiled here. */
const ON_CHAINS = ["send-and-follow", "buy-without-gas", "share-payouts", "buy-button"];

/** A stranger's project with the packed SDK and the examples in it. */
export interface Consumer {
  folder: string;
  tarball: string;
}

/** Packs the SDK and installs it outside the workspace with plain npm, unless that is done already. */
export async function prepareConsumer(): Promise<Consumer> {
  const tarball = await packSdk();
  const marker = join(CONSUMER, "node_modules", ".installed");
  const wanted = basename(tarball);
  if (!existsSync(marker) || readFileSync(marker, "utf8") !== wanted) {
    await install(wanted, existsSync(marker));
    writeFileSync(marker, wanted);
  }
  copySources();
  return { folder: CONSUMER, tarball };
}

/** Installs with what a stranger has: npm, and a registry. An install that was cut off is begun anew. */
async function install(tarball: string, isWhole: boolean): Promise<void> {
  if (!isWhole) rmSync(CONSUMER, { recursive: true, force: true });
  mkdirSync(CONSUMER, { recursive: true });
  rmSync(join(CONSUMER, "node_modules/.installed"), { force: true });
  rmSync(join(CONSUMER, "package-lock.json"), { force: true });
  writeJson("package.json", manifest(tarball));
  const options = ["--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts"];
  await runOrFail("npm", ["install", ...options], CONSUMER);
}

/** Versions of the tools a consumer brings are those of the workspace; ethers and the optional peers are the SDK's own. */
function manifest(tarball: string) {
  const root = readJson(join(REPOSITORY, "package.json"));
  const sdk = readJson(join(REPOSITORY, "packages/sdk/package.json"));
  const { typescript, vite, "@types/node": nodeTypes } = root.devDependencies;
  const peers = Object.fromEntries(
    Object.keys(sdk.peerDependencies).map((name) => [name, sdk.devDependencies[name]]),
  );
  return {
    name: "stranger",
    private: true,
    type: "module",
    dependencies: {
      "@ryugu/sdk": `file:../${tarball}`,
      ethers: sdk.dependencies.ethers,
      ...peers,
    },
    devDependencies: { typescript, vite, "@types/node": nodeTypes },
  };
}

function copySources(): void {
  for (const folder of ["examples", "compiled", "dist"]) {
    rmSync(join(CONSUMER, folder), { recursive: true, force: true });
  }
  for (const name of [...EXAMPLE_NAMES, ...ON_CHAINS]) {
    cpSync(join(EXAMPLES, name), join(CONSUMER, "examples", name), {
      recursive: true,
      filter: (source) => !/node_modules|package\.json/.test(source),
    });
  }
  cpSync(join(import.meta.dirname, "stranger"), CONSUMER, { recursive: true });
}

function readJson(path: string) {
  return JSON.parse(readFileSync(path, "utf8"));
}

function writeJson(name: string, value: unknown): void {
  writeFileSync(join(CONSUMER, name), JSON.stringify(value, null, 2));
}
