/** Plays many schedules on the model and on real gateways: `node soak.ts --schedules 500 --steps 200 --from 1`. */
import { parseArgs } from "node:util";
import { replay } from "./replay.ts";
import { disastersOf } from "./seeds.ts";
import { writeScript } from "./script.ts";
import { startWorld } from "./world.ts";

const { values } = parseArgs({
  options: {
    schedules: { type: "string", default: "100" },
    steps: { type: "string", default: "200" },
    from: { type: "string", default: "1" },
    look: { type: "string", default: "20" },
  },
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
const world = await startWorld();
let steps = 0;
let failures = 0;
const started = performance.now();
for (let at = 0; at < Number(values.schedules); at++) {
  const seed = Number(values.from) + at;
  const playing = { steps: Number(values.steps), disasters: disastersOf(seed) };
  const script = writeScript(world.book, seed, { ...playing, lookEvery: Number(values.look) });
  const mismatch = await replay(world, script);
  steps += script.moments.filter(({ kind }) => kind === "step").length;
  if (mismatch === undefined) continue;
  failures += 1;
  process.stdout.write(`${JSON.stringify(mismatch, bigintAsText, 1)}\n`);
}
const seconds = Math.round((performance.now() - started) / 1_000);
process.stdout.write(`${values.schedules} schedules, ${steps} steps, ${seconds} s, ${failures} failed\n`);
process.exitCode = failures === 0 ? 0 : 1;
world.stop();

function bigintAsText(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
