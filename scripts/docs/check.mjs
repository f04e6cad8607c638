import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkDecisions } from "./decisions.mjs";
import { findErrorCodes } from "./error-codes.mjs";
import { buildErrorIndex, checkErrorPages, ERRORS_FOLDER, ERRORS_INDEX } from "./error-pages.mjs";
import { projectFiles, readProjectFile } from "./files.mjs";
import { checkLinks } from "./links.mjs";

/**
 * Everything that is wrong with the docs, one sentence each. With `write`, the generated index is renewed
 * first.
 */
export function checkDocs(root, { write = false } = {}) {
  const files = projectFiles(root);
  const errors = findErrorCodes(root, files);
  return [
    ...checkErrorPages(root, files, errors),
    ...checkIndex(root, files, errors, write),
    ...checkDecisions(root, files),
    ...checkLinks(root, projectFiles(root)),
  ];
}

function checkIndex(root, files, errors, write) {
  const withPage = errors.filter(({ code }) => files.includes(`${ERRORS_FOLDER}/${code}.md`));
  const index = buildErrorIndex(root, withPage);
  if (files.includes(ERRORS_INDEX) && readProjectFile(root, ERRORS_INDEX) === index) return [];
  if (!write) return [`${ERRORS_INDEX} is stale: run node scripts/check-docs.mjs --write`];
  writeFileSync(join(root, ERRORS_INDEX), index);
  return [];
}
