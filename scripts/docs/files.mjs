import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file of the project, by its path from the root: what git tracks, and new files it does not ignore. */
export function projectFiles(root) {
  return listFiles(root, ["-co", "--exclude-standard"]);
}

/** The files that git tracks: what others get. */
export function trackedFiles(root) {
  return listFiles(root, ["-c"]);
}

/** What is made in the project and no part of it, by .gitignore; only asked where git is not there to read it. */
const MADE =
  /^(node_modules|dist|dist-avatars|coverage|out|out-test|cache|cache-test|\.tsbuild|\.ryugu|\.boot|\.git|.*\.log)$/;

function listFiles(root, options) {
  const git = spawnSync("git", ["ls-files", ...options, "-z"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const listed = git.status === 0 ? git.stdout.split("\0") : walk(root);
  return [...new Set(listed)].filter((path) => path !== "" && existsSync(join(root, path))).sort();
}

/** A source archive has no git; everything in it is the project's but what was made there since. */
function walk(root, folder = "") {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (MADE.test(entry.name)) return [];
    return entry.isDirectory() ? walk(root, path) : [path];
  });
}

/** A file's text, by its path from the root. */
export function readProjectFile(root, path) {
  return readFileSync(join(root, path), "utf8");
}
