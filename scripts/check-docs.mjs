// Checks the docs: each error code has its page, each link leads somewhere, the errors' index is fresh.
//   node scripts/check-docs.mjs           says what is wrong
//   node scripts/check-docs.mjs --write   renews the generated index first
import { ROOT } from "./boot/paths.mjs";
import { checkDocs } from "./docs/check.mjs";

const problems = checkDocs(ROOT, { write: process.argv.includes("--write") });
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? "Docs are right." : `${problems.length} problems in the docs.`);
process.exitCode = problems.length === 0 ? 0 : 1;
