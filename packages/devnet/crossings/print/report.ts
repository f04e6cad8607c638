import { wayOf } from "../people/ask.ts";
import type { Book, Crossing } from "../people/book.ts";
import type { RunResult } from "../run-crossings.ts";

const WAYS = { out: "home → elsewhere", home: "elsewhere → home", through: "through home" };

/** The figures of a run, as a Markdown table and lists. */
export function describeRun(result: RunResult): string {
  const { crew, faults, sendingTook, settlingTook, endings } = result;
  const { book } = crew;
  const total = sendingTook + settlingTook;
  const rate = (book.standing / sendingTook).toFixed(1);
  return [
    endingsTable(book),
    `${book.standing} transfers in ${sendingTook.toFixed(0)} s (${rate} a second), all over ${settlingTook.toFixed(0)} s later: ${total.toFixed(0)} s.`,
    `Failures: ${[...faults].map(([name, times]) => `${name} ${times}×`).join(", ")}.`,
    `By people themselves: ${listOf(Object.entries(book.selfHelp))}. Refused: ${listOf([...book.refusals])}.`,
    `Undone by reorgs and sent anew: ${book.crossings.length - book.standing}. Messages ended: ${endings.ended}, of which ${endings.parked} were parked and ${endings.claimed} claimed.`,
    `Holdings compared: ${result.holdings}.`,
    ...problems(result),
  ].join("\n\n");
}

const listOf = (counts: [string, number][]) =>
  counts.map(([what, times]) => `${what} ${times}`).join(", ") || "none";

function endingsTable({ crossings }: Book): string {
  const standing = crossings.filter(({ ending }) => ending !== "undone");
  const rows = (["erc721", "erc1155", "erc20"] as const).flatMap((standard) =>
    (["out", "home", "through"] as const).map((way) => {
      const own = standing.filter(
        ({ ask }) => ask.collection.standard === standard && wayOf(ask) === way,
      );
      return row([standard, WAYS[way], ...countsOf(own)]);
    }),
  );
  return [
    row(["standard", "way", "transfers", "by intent", "assets", "delivered", "returned"]),
    row(["---", "---", "--:", "--:", "--:", "--:", "--:"]),
    ...rows,
    row(["all", "", ...countsOf(standing)]),
  ].join("\n");
}

function countsOf(crossings: readonly Crossing[]): number[] {
  const count = (is: (crossing: Crossing) => boolean) => crossings.filter(is).length;
  return [
    crossings.length,
    count(({ ask }) => ask.intent !== undefined),
    crossings.reduce((sum, { ask }) => sum + ask.assets.length, 0),
    count(({ ending }) => ending === "delivered"),
    count(({ ending }) => ending === "returned"),
  ];
}

const row = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;

/** Of one kind; the first tells most, since what follows usually follows from it. */
const MOST_TOLD = 5;

/** Everything that must not be, in a line each; the first of each kind. */
export function problems(result: RunResult): string[] {
  const { unfinished, failures, endings, divergences, imbalances, uris } = result;
  return [
    ...(unfinished > 0 ? [`NOT OVER: ${unfinished} transfers`] : []),
    ...told("FOLLOWING FAILED", failures.map(String)),
    ...told("ENDINGS", endings.wrong),
    ...told(
      "DIVERGED",
      divergences.map(
        ({ chain, transaction, chainSays, modelSays }) =>
          `on ${chain} in ${transaction}:\n  chain: ${chainSays.join("\n    ")}\n  model: ${modelSays.join("\n    ")}`,
      ),
    ),
    ...told(
      "HELD",
      result.differences.map(
        ({ place, chain, model }) => `${place}: chain ${chain}, model ${model}`,
      ),
    ),
    ...told("UNBALANCED", imbalances),
    ...told("URI", uris),
  ];
}

function told(kind: string, all: readonly string[]): string[] {
  const rest = all.length - MOST_TOLD;
  return [
    ...all.slice(0, MOST_TOLD).map((one) => `${kind}: ${one}`),
    ...(rest > 0 ? [`${kind}: and ${rest} more`] : []),
  ];
}
