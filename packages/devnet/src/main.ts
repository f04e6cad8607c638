/** `npm start`: starts a local zone, shows what runs where, plays the demo, and waits for Ctrl-C. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { RyuguError } from "@ryugu/sdk/errors";
import { HELP, readCommandLine, type StartCommand } from "./command-line.ts";
import { runDemo } from "./demo/run-demo.ts";
import { StartUsageError } from "./errors.ts";
import { type Announcer, humanAnnouncer, jsonAnnouncer } from "./print/announcer.ts";
import { DEMO_SHAPE } from "./zone/plan.ts";
import type { RunningZone } from "./zone/running-zone.ts";
import { startZone } from "./zone/start-zone.ts";

const EXIT_USAGE = 2;
const EXIT_FAILURE = 1;
const EXIT_INTERRUPTED = 130;
const DEFAULT_FOLDER = fileURLToPath(new URL("../../../.ryugu", import.meta.url));

const began = performance.now();
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => stopping.abort(new Error(`Stopped by ${signal}.`)));
}

async function run(command: StartCommand, announcer: Announcer): Promise<void> {
  const { signal } = stopping;
  const { fresh, page, portBase, blockTime } = command;
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), command.data);
  announcer.begin(folder);
  const zone = await startZone({
    folder,
    fresh,
    page,
    onStep: announcer.step,
    signal,
    ...(portBase === undefined ? {} : { portBase }),
    ...(blockTime === undefined ? {} : { shape: { ...DEMO_SHAPE, blockTime } }),
  });
  try {
    announcer.zone(zone.ready);
    const demo = command.demo ? await playDemo(zone, announcer, signal) : undefined;
    await zone.worldsReady(signal);
    zone.announce(demo);
    announcer.ready(performance.now() - began);
    await aborted(signal);
  } finally {
    announcer.stopping();
    await zone.stop();
    announcer.stopped(folder);
  }
}

async function playDemo(zone: RunningZone, announcer: Announcer, signal: AbortSignal) {
  const interrupted = aborted(signal).then((): never => {
    throw signal.reason;
  });
  const outcome = await Promise.race([runDemo(zone, announcer.demo, signal), interrupted]);
  announcer.pieces(outcome, zone.ready);
  return outcome;
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((done) => signal.addEventListener("abort", () => done(), { once: true }));
}

function fail(error: unknown): void {
  if (stopping.signal.aborted) {
    process.exitCode = EXIT_INTERRUPTED;
    return;
  }
  process.exitCode = error instanceof StartUsageError ? EXIT_USAGE : EXIT_FAILURE;
  process.stderr.write(
    error instanceof RyuguError
      ? `\n${error.message}\n\n${error.docsUrl}\n`
      : `\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
}

try {
  const command = readCommandLine(process.argv.slice(2), DEFAULT_FOLDER);
  if (command.help) process.stdout.write(HELP);
  else
    await run(
      command,
      command.json ? jsonAnnouncer(process.stdout) : humanAnnouncer(process.stdout),
    );
} catch (error) {
  fail(error);
}
