import { basename } from "node:path";
import { readProjectFile } from "./files.mjs";

export const ERRORS_FOLDER = "docs/reference/errors";
export const ERRORS_INDEX = `${ERRORS_FOLDER}/README.md`;

const SECTIONS = ["## Why it happens", "## What to do"];

/** What is wrong between the codes in the sources and the pages in the docs. */
export function checkErrorPages(root, files, errors) {
  const pages = new Set(errorPages(files));
  const known = new Map();
  const problems = [];
  for (const error of errors) {
    const twin = known.get(error.code);
    if (twin) problems.push(`${error.source}: the code "${error.code}" is taken by ${twin.source}`);
    known.set(error.code, error);
    const page = `${ERRORS_FOLDER}/${error.code}.md`;
    if (!pages.has(page)) {
      problems.push(`${error.source}: the code "${error.code}" has no page ${page}`);
      continue;
    }
    problems.push(...checkPage(readProjectFile(root, page), page, error));
  }
  for (const page of pages) {
    if (!known.has(basename(page, ".md"))) problems.push(`${page}: no error has this code`);
  }
  return problems;
}

/** What is wrong with one page. */
export function checkPage(text, page, { code, className }) {
  const problems = [];
  if (!text.startsWith(`# ${code}\n\n**${className}**: `)) {
    problems.push(
      `${page}: must begin with "# ${code}", then "**${className}**: " and its meaning`,
    );
  }
  for (const section of SECTIONS) {
    if (!text.includes(`\n${section}\n`)) problems.push(`${page}: has no section "${section}"`);
  }
  return problems;
}

/** The index of all error pages, grouped by the package that throws them. */
export function buildErrorIndex(root, errors) {
  const groups = new Map();
  for (const error of errors) {
    const group = groupOf(error.source);
    groups.set(group, [...(groups.get(group) ?? []), error]);
  }
  const parts = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, members]) => {
      const rows = members
        .map(({ code }) => [code, meaningOf(readProjectFile(root, `${ERRORS_FOLDER}/${code}.md`))])
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([code, meaning]) => `| [${code}](${code}.md) | ${meaning} |`);
      return `## ${group}\n\n| code | meaning |\n|---|---|\n${rows.join("\n")}\n`;
    });
  return `${INTRODUCTION}\n${parts.join("\n")}`;
}

const INTRODUCTION = `<!-- Written by \`node scripts/check-docs.mjs --write\`. Do not edit. -->

# Errors

Every error that Ryugu throws extends \`RyuguError\` of \`@ryugu/sdk/errors\`: a stable \`code\`, one sentence, details,
\`retryable\`, and a link to its page here. As JSON: \`{ code, message, details, retryable, docs }\`.
`;

function errorPages(files) {
  return files.filter(
    (path) => path.startsWith(`${ERRORS_FOLDER}/`) && path.endsWith(".md") && path !== ERRORS_INDEX,
  );
}

/** `packages/sdk/src/lane/errors.ts` belongs to `@ryugu/sdk/lane`; other packages have one group each. */
function groupOf(source) {
  const [, name, , folder] = source.split("/");
  return name === "sdk" ? `@ryugu/sdk/${folder}` : `@ryugu/${name}`;
}

/** The first sentence of a page: what stands after the class's name, up to the next empty line. */
function meaningOf(text) {
  const paragraph = text.split("\n\n")[1] ?? "";
  const meaning = paragraph
    .replace(/^\*\*\w+\*\*: */, "")
    .replace(/\s+/g, " ")
    .trim();
  return (meaning.charAt(0).toUpperCase() + meaning.slice(1)).replaceAll("|", "\\|");
}
