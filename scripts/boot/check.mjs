import { ROOT } from "./paths.mjs";
import { runNode } from "./run.mjs";

const bin = (path) => `${ROOT}/node_modules/${path}`;

/** What is checked besides the tests, in order: format, lint, layers and cycles; types; unused code; docs. */
const STEPS = [
  { args: [bin("@biomejs/biome/bin/biome"), "check"] },
  { args: [bin("typescript/bin/tsc"), "-b"], good: "Types are right." },
  { args: [bin("knip/bin/knip.js"), "--no-progress"], good: "Nothing is unused." },
  { args: [`${ROOT}/scripts/check-docs.mjs`] },
  { args: [`${ROOT}/scripts/readme-examples.mjs`] },
];

/** Checks everything, also when something was found before. The arguments go to the linter. */
export async function check(args) {
  let worst = 0;
  for (const [i, step] of STEPS.entries()) {
    const code = await runNode([...step.args, ...(i === 0 ? args : [])]);
    if (code === 0 && step.good !== undefined) console.log(step.good);
    worst ||= code;
  }
  return worst;
}
