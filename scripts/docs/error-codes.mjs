import { readProjectFile } from "./files.mjs";

const SOURCE = /^(packages\/[^/]+\/src|apps\/[^/]+\/(src|server))\/.*(?<!\.test)\.tsx?$/;
const CLASS = /\bclass (\w+)/;
const CODE = /\breadonly code = "([^"]+)"/;

/** Every error class with a code: `{ code, className, source }`, in the order of the files. */
export function findErrorCodes(root, files) {
  return files
    .filter((path) => SOURCE.test(path))
    .flatMap((path) => codesInText(readProjectFile(root, path), path));
}

/** The codes that one source text declares; a code belongs to the class above it. */
export function codesInText(text, source) {
  const found = [];
  let className = "";
  for (const line of text.split("\n")) {
    className = CLASS.exec(line)?.[1] ?? className;
    const code = CODE.exec(line)?.[1];
    if (code !== undefined) found.push({ code, className, source });
  }
  return found;
}
