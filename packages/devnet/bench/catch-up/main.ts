/**
 * How fast nodes catch up that were away while much was sent.
 *
 *   npm run bench:catch-up -- --messages 10000
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { alignRows } from "../../src/print/table.ts";
import { describeMachine } from "../bridge/print.ts";
import { closeStage, openStage } from "../bridge/stage.ts";
import { catchUp } from "./run-catch-up.ts";

const { values } = parseArgs({ options: { messages: { type: "string", default: "10000" } } });
const messages = Number(values.messages);
const print = (line: string) => process.stdout.write(`${line}\n`);
const speed = (milliseconds: number) =>
  `${(milliseconds / 1_000).toFixed(1)} s, ${((messages * 1_000) / milliseconds).toFixed(0)} a second`;

print(`${describeMachine()}\n\n${messages} messages`);
const folder = mkdtempSync(join(tmpdir(), "ryugu-catch-up-"));
try {
  const stage = await openStage(folder, messages + 1);
  try {
    const taken = await catchUp(stage, messages, (what) => print(`  ${what}`));
    const rows = [
      ["read and checked by one of five", speed(taken.read)],
      ["all delivered", speed(taken.delivered)],
      ["known to a node with an empty database", speed(taken.joined)],
      ["load average", taken.load.toFixed(2)],
    ];
    print(`\n${alignRows(rows)}`);
  } finally {
    await closeStage(stage);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
