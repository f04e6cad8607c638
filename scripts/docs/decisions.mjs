import { readProjectFile } from "./files.mjs";
import { linksOf } from "./links.mjs";

const INDEX = "docs/decisions/README.md";
const RECORD = /^docs\/decisions\/(\d{4}-[a-z0-9-]+\.md)$/;

/** Every decision record that the index does not link to. */
export function checkDecisions(root, files) {
  if (!files.includes(INDEX)) return [];
  const listed = linksOf(readProjectFile(root, INDEX));
  return files
    .map((path) => RECORD.exec(path)?.[1])
    .filter((name) => name !== undefined && !listed.includes(name))
    .map((name) => `${INDEX}: does not list ${name}`);
}
