import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import { readProjectFile } from "./files.mjs";

/** `<!-- example: examples/a/a.ts#name -->`, a code block, `<!-- /example -->`. */
const BLOCK = /<!-- example: (\S+?)(?:#(\S+))? -->\n[\s\S]*?<!-- \/example -->/g;

const LANGUAGES = { ".ts": "ts", ".mjs": "js", ".json": "json", ".txt": "text", ".sh": "sh" };

/**
 * A Markdown text with every marked block cut afresh from its example.
 *
 * @returns the text, and a sentence for each block whose example is not there
 */
export function cutExamples(root, markdown, path) {
  const problems = [];
  const text = markdown.replace(BLOCK, (block, file, region) => {
    const code = existsSync(join(root, file))
      ? cutRegion(readProjectFile(root, file), region)
      : undefined;
    if (code === undefined) {
      problems.push(`${path}: the example ${file}${region ? `#${region}` : ""} is not there`);
      return block;
    }
    const marker = `<!-- example: ${file}${region ? `#${region}` : ""} -->`;
    const language = LANGUAGES[extname(file)] ?? "";
    return `${marker}\n\`\`\`${language}\n${code}\n\`\`\`\n<!-- /example -->`;
  });
  return { text, problems };
}

/** The lines between `// #region name` and the next `// #endregion`; the whole text without a name. */
export function cutRegion(source, region) {
  if (region === undefined) return source.trim();
  const lines = source.split("\n");
  const start = lines.findIndex((line) => line.trim() === `// #region ${region}`);
  const end = lines.findIndex((line, i) => i > start && line.trim() === "// #endregion");
  return start < 0 || end < 0
    ? undefined
    : lines
        .slice(start + 1, end)
        .join("\n")
        .trim();
}
