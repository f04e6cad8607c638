import { existsSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { readProjectFile } from "./files.mjs";

const FENCE = /^(```|~~~)[\s\S]*?^\1\s*$/gm;
const INLINE_CODE = /(`+)[^`](?:.*?[^`])?\1(?!`)/g;
const LINK = /\[(?:[^[\]]|\[[^\]]*\])*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
const IMAGE = /!\[[^\]]*\]\(\s*<?([^)\s>]+)/g;
const HTML_LINK = /<(?:img|a|source)\b[^>]*?\b(?:src|href|srcset)="([^"\s]+)/g;
const EXTERNAL = /^[a-z][a-z0-9+.-]*:|^\/\//i;

/** Every relative link of every Markdown file that leads nowhere. */
export function checkLinks(root, files) {
  return files
    .filter((path) => path.endsWith(".md"))
    .flatMap((path) =>
      linksOf(readProjectFile(root, path))
        .map((link) => [link, whyBroken(root, path, link)])
        .filter(([, why]) => why !== undefined)
        .map(([link, why]) => `${path}: the link ${link} ${why}`),
    );
}

/** The links of a Markdown text that are neither code nor external. */
export function linksOf(markdown) {
  const prose = markdown.replace(FENCE, "");
  const outsideCode = prose.replace(INLINE_CODE, "code");
  const found = [LINK, IMAGE, HTML_LINK].flatMap((kind) => [...outsideCode.matchAll(kind)]);
  const targets = new Set(found.map(([, target]) => target));
  return [...targets].filter((target) => !EXTERNAL.test(target));
}

function whyBroken(root, from, link) {
  const [path, anchor] = link.split("#");
  const target = path === "" ? from : normalize(join(dirname(from), decodeURIComponent(path)));
  if (target.startsWith("..")) return "leaves the repository";
  const file = join(root, target);
  if (!existsSync(file)) return "leads to nothing";
  if (anchor === undefined || anchor === "" || /^L\d+/.test(anchor)) return undefined;
  if (statSync(file).isDirectory() || !target.endsWith(".md")) return undefined;
  return headingAnchors(readProjectFile(root, target)).has(anchor)
    ? undefined
    : "names a heading that is not there";
}

/** The anchors that GitHub gives a Markdown text's headings. */
export function headingAnchors(markdown) {
  const seen = new Map();
  const anchors = new Set();
  for (const [, heading] of markdown.replace(FENCE, "").matchAll(/^#{1,6}\s+(.*?)\s*#*$/gm)) {
    const base = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/[`*]/g, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
      .replaceAll(" ", "-");
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    anchors.add(count === 0 ? base : `${base}-${count}`);
  }
  return anchors;
}
