/**
 * Plays many seeds of the simulation and tells what broke.
 *
 *   npm run soak:simulation -- --seeds 1000 --from 1
 *   npm run soak:simulation -- --seed 42 --trace
 */
import { parseArgs } from "node:util";
import { tell } from "./report.ts";
import { LONG, run, SHORT } from "./run.ts";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "1000" },
    from: { type: "string", default: "1" },
    seed: { type: "string" },
    shape: { type: "string", default: "long" },
    trace: { type: "boolean", default: false },
  },
});
const print = (line: string) => process.stdout.write(`${line}\n`);
const first = Number(values.seed ?? values.from);
const count = values.seed === undefined ? Number(values.seeds) : 1;
const shape = values.shape === "short" ? SHORT : LONG;
const began = performance.now();
let [played, failed, messages, deliveries, useless] = [0, 0, 0, 0, 0];
for (; played < count; played++) {
  const seed = first + played;
  const result = await run({ seed, shape, ...(values.trace ? { print } : {}) });
  messages += result.messages;
  deliveries += result.payments.deliveries;
  useless += result.payments.useless;
  if (result.broken !== undefined) {
    failed += 1;
    print(tell(result));
  }
  if (played % 50 === 49) print(summary(played + 1));
}
print(summary(played));
process.exitCode = failed === 0 ? 0 : 1;

function summary(seeds: number): string {
  const seconds = (performance.now() - began) / 1_000;
  const speed = (seeds / seconds).toFixed(1);
  return [
    `${seeds} seeds, ${messages} messages, ${deliveries} deliveries paid for, ${useless} of them for nothing`,
    `${seconds.toFixed(0)} s, ${speed} seeds/s, ${failed} failed`,
  ].join("; ");
}
