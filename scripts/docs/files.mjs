import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file of the project, by its path from the root: what git tracks, and new files it does not ignore. */
export function projectFiles(root) {
  return listFiles(root, ["-co", "--exclude-standard"]);
}

/** The files that git tracks: what others get. */
export function trackedFiles(root) {
  return listFiles(root, ["-c"]);
}

function listFiles(root, options) {
  const listed = execFileSync("git", ["ls-files", ...options, "-z"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return [...new Set(listed.split("\0"))]
    .filter((path) => path !== "" && existsSync(join(root, path)))
    .sort();
}

/** A file's text, by its path from the root. */
export function readProjectFile(root, path) {
  return readFileSync(join(root, path), "utf8");
}
