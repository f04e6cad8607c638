import type { Cli } from "./cli.ts";
import type { ExitCode } from "./exit-code.ts";
import type { Block } from "./output/blocks.ts";
import { render } from "./output/render.ts";
import { safeJson } from "./output/safe.ts";

/** What a command found: one value for machines and one view for people. */
export interface Report {
  json: unknown;
  view: readonly Block[];
}

/** How a command ended, with its report unless it has written its results as they came. */
export type Outcome = { exitCode: ExitCode } & (Report | { streamed: true });

/** Writes an outcome in the form that was asked for. */
export function writeOutcome({ output }: Cli, outcome: Outcome): void {
  if ("streamed" in outcome) return;
  output.result(output.json ? safeJson(outcome.json, 2) : render(outcome.view, output.colour));
}
