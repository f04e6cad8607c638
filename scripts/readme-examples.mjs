// Keeps the code in Markdown files equal to the examples it is cut from.
//   node scripts/readme-examples.mjs           says which files are stale
//   node scripts/readme-examples.mjs --write   cuts the code afresh
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./boot/paths.mjs";
import { projectFiles, readProjectFile } from "./docs/files.mjs";
import { cutExamples } from "./docs/readme-examples.mjs";

const write = process.argv.includes("--write");
const problems = projectFiles(ROOT)
  .filter((path) => path.endsWith(".md"))
  .flatMap((path) => {
    const markdown = readProjectFile(ROOT, path);
    const { text, problems } = cutExamples(ROOT, markdown, path);
    if (text === markdown) return problems;
    if (write) writeFileSync(join(ROOT, path), text);
    else problems.push(`${path}: its code is stale; run node scripts/readme-examples.mjs --write`);
    return problems;
  });

for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
