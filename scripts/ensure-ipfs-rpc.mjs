// Installs tools/ipfs-rpc, the real IPFS node that the SDK's tests talk to. Does nothing when the
// installed one is of the current lockfile. About 180 MB: never part of `npm start`.
// Runs on Node 20. Exits 0 when it is there, 1 when it could not be installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../tools/ipfs-rpc/", import.meta.url));
const stamp = join(folder, "node_modules", ".ryugu-installed");

const wanted = createHash("sha256")
  .update(readFileSync(join(folder, "package.json")))
  .update(readFileSync(join(folder, "package-lock.json")))
  .digest("hex");

function installed() {
  try {
    return readFileSync(stamp, "utf8");
  } catch {
    return undefined;
  }
}

if (installed() !== wanted) {
  console.error("Installing the IPFS node that tests use (about 180 MB, once)…");
  const result = spawnSync("npm", ["ci", "--ignore-scripts", "--loglevel=error"], {
    cwd: folder,
    // npm's report goes to stderr too, so that a caller's stdout stays clean.
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (result.status !== 0) {
    console.error("tools/ipfs-rpc could not be installed. Is the npm registry reachable?");
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
