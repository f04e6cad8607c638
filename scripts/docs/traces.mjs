import { readProjectFile } from "./files.mjs";

const BINARY = /\.(png|jpe?g|gif|webp|ico|glb|vrm|woff2?|bin|wasm)$/;
const TEST_OR_PROSE = /\.test\.\w+$|\.md$|(^|\/)(test|tests|fixtures)\//;
const COMMENT = /^\s*(\*|\/\/|#).*$/gm;
/** Folders that exist on one machine only. `/tmp` is allowed in tests, and in prose as an example. */
const HOME_PATH =
  /(?<![\w.$}~/-])\/(?:home\/[a-z]|Users\/[A-Z]|root\/|work\/|mnt\/|workspace\/)[\w./-]*/;
const TEMPORARY_PATH = /(?<![\w.$}~/-])\/tmp\/[\w./-]*/;
/** A lockfile names packages, not the place where one machine got them. */
const LOCKFILE = /(^|\/)(pnpm-lock\.yaml|package-lock\.json)$/;
const LOCKED_HOST =
  /(?:resolved|tarball|registry)["']?\s*[:=]\s*["']?https?:\/\/(?!registry\.npmjs\.org\/)\S+/;
const REGISTRY_SETTING = /^\s*(?:@[\w-]+:)?registry\s*=|_authToken/m;

/** Every trace of one machine in the project's files: paths of a home folder, hosts of a registry. */
export function findTraces(root, files) {
  return files
    .filter((path) => !BINARY.test(path))
    .flatMap((path) => tracesInText(readProjectFile(root, path), path));
}

/** The traces in one text, one sentence each. */
export function tracesInText(text, path) {
  const found = [];
  const look = (pattern, what, where = text) => {
    const match = pattern.exec(where);
    if (match) found.push(`${path}: ${what}: ${match[0].trim()}`);
  };
  look(HOME_PATH, "a path of one machine");
  if (!TEST_OR_PROSE.test(path)) {
    look(TEMPORARY_PATH, "a temporary path of one machine", text.replace(COMMENT, ""));
  }
  if (LOCKFILE.test(path)) look(LOCKED_HOST, "a registry's host");
  if (/(^|\/)\.(npmrc|yarnrc(\.yml)?)$/.test(path)) look(REGISTRY_SETTING, "a registry's setting");
  return found;
}
