import type { WriteStream } from "node:tty";
import type { DemoEvent, DemoOutcome } from "../demo/stage.ts";
import type { ZoneReady } from "../zone/ready.ts";
import type { StepListener } from "../zone/steps.ts";
import { StepPrinter, seconds } from "./step-printer.ts";
import { hasColour, makeStyle, pad } from "./style.ts";
import { alignRows } from "./table.ts";
import { zoneTable } from "./zone-table.ts";

/** Tells what happens while a zone starts and runs: to people, or to scripts. */
export interface Announcer {
  begin(folder: string): void;
  step: StepListener;
  zone(ready: ZoneReady): void;
  demo: (event: DemoEvent) => void;
  pieces(outcome: DemoOutcome, ready: ZoneReady): void;
  ready(milliseconds: number): void;
  stopping(): void;
  stopped(folder: string): void;
}

type Out = Pick<WriteStream, "write"> & { isTTY?: boolean };

const GAS_COLUMNS = 13;
const grouped = new Intl.NumberFormat("en");

/** Tells it in words, aligned, with colour on a terminal. */
export function humanAnnouncer(out: Out): Announcer {
  const style = makeStyle(hasColour(out, process.env));
  const screen = { write: (text: string) => void out.write(text), isTerminal: out.isTTY === true };
  const printer = new StepPrinter(screen, style);
  const say = (text: string) => screen.write(`${text}\n`);
  const { bold, faint, accent } = style;
  const gasColumn = (gas: bigint | undefined) =>
    pad(gas === undefined ? "" : `${grouped.format(gas)} gas`, GAS_COLUMNS, "left");
  return {
    begin: (folder) => say(`\n  ${bold("Ryugu")}  a zone of five partners in ${folder}\n`),
    step: printer.step,
    zone: (ready) => say(`\n${zoneTable(ready, style)}\n`),
    demo: ({ name, what, took, gas }) =>
      printer.done(name, what, seconds(took ?? 0), gasColumn(gas)),
    pieces: ({ collection, pieces }, { chains, worlds, pageUrl }) => {
      const nameOf = (slug: string | undefined) =>
        chains.find((chain) => chain.slug === slug)?.name ?? "on its way";
      const rows = pieces.map(({ id, name, at }) => [faint(`#${id}`), name, nameOf(at)]);
      say(`\n  ${bold("Treasures of the Sea Palace")}  ${faint(collection)}`);
      say(alignRows(rows));
      const world = worlds?.[0]?.url;
      if (world !== undefined) say(`\n  Walk in:       ${bold(accent(world))}`);
      if (pageUrl !== undefined) say(`  Watch it live: ${accent(pageUrl)}`);
      say(faint("  Ctrl-C stops everything; the data stays."));
    },
    ready: (milliseconds) => say(`\nready in ${Math.round(milliseconds / 1_000)} s`),
    stopping: () => {
      printer.clear();
      say(faint("\n  Stopping …"));
    },
    stopped: (folder) => say(faint(`  Stopped. The data stays in ${folder}.`)),
  };
}

/** Tells it as one JSON object a line; gas as a decimal text. */
export function jsonAnnouncer(out: Out): Announcer {
  const tell = (event: string, facts: object = {}) =>
    void out.write(`${JSON.stringify({ event, ...facts }, bigintAsText)}\n`);
  return {
    begin: (folder) => tell("begin", { folder }),
    step: (step) => tell("step", step),
    zone: (ready) => tell("zone", ready),
    demo: (event) => tell("demo", event),
    pieces: (outcome) => tell("pieces", outcome),
    ready: (milliseconds) => tell("ready", { seconds: milliseconds / 1_000 }),
    stopping: () => tell("stopping"),
    stopped: () => tell("stopped"),
  };
}

const bigintAsText = (_: string, value: unknown) =>
  typeof value === "bigint" ? String(value) : value;
