/**
 * Plays many schedules on the model and on real gateways, and tells where they differ.
 *
 *   node model/differential/soak.ts --schedules 500 --steps 200 --from 1
 *
 * A mismatch is printed with its seed and what is left of its schedule when all that is not needed is left out.
 */
import { parseArgs } from "node:util";
import { compare, shrink } from "./compare.ts";
import { tell } from "./report.ts";
import { disastersOf } from "./seeds.ts";
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
const outcomes = new Map<string, number>();
const started = performance.now();
let [played, steps, failures] = [0, 0, 0];
for (; played < Number(values.schedules); played++) {
  const seed = Number(values.from) + played;
  const comparison = await compare(world, {
    ...{ seed, steps: Number(values.steps), lookEvery: Number(values.look) },
    disasters: disastersOf(seed),
  });
  steps += comparison.steps;
  for (const [name, times] of comparison.outcomes) {
    outcomes.set(name, (outcomes.get(name) ?? 0) + times);
  }
  if (comparison.mismatch !== undefined) {
    failures += 1;
    const shrunk = await shrink(world, comparison);
    process.stdout.write(`${tell(shrunk?.mismatch ?? comparison.mismatch, shrunk?.happenings)}\n`);
  }
  if (played % 20 === 19) process.stdout.write(`${summary(played + 1)}\n`);
}
for (const [name, times] of [...outcomes].sort()) process.stdout.write(`${times}\t${name}\n`);
process.stdout.write(`${summary(played)}\n`);
process.exitCode = failures === 0 ? 0 : 1;
world.stop();

function summary(schedules: number): string {
  const seconds = Math.round((performance.now() - started) / 1_000);
  return `${schedules} schedules, ${steps} steps, ${outcomes.size} outcomes, ${seconds} s, ${failures} failed`;
}
