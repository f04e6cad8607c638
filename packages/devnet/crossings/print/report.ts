import { wayOf } from "../people/ask.ts";
import type { Book, Crossing } from "../people/book.ts";
import type { RunResult } from "../run-crossings.ts";

const WAYS = { out: "home → elsewhere", home: "elsewhere → home", through: "through home" };

/** The figures of a run, as a Markdown table and lists. */
export function describeRun(result: RunResult): string {
  const { crew, faults, sendingTook, settlingTook } = result;
  const { book } = crew;
  const total = sendingTook + settlingTook;
  const rate = (book.standing / sendingTook).toFixed(1);
  return [
    endingsTable(book),
    `${book.standing} transfers in ${sendingTook.toFixed(0)} s (${rate} a second), all over ${settlingTook.toFixed(0)} s later: ${total.toFixed(0)} s.`,
    `Failures: ${[...faults].map(([name, times]) => `${name} ${times}×`).join(", ")}.`,
    `By people themselves: ${listOf(Object.entries(book.selfHelp))}. Refused: ${listOf([...book.refusals])}.`,
    `Undone by reorgs and sent anew: ${book.crossings.length - book.standing}. Messages ended: ${result.endings.ended}.`,
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

/** Everything that must not be, each in a line. */
export function problems(result: RunResult): string[] {
  const { unfinished, failures, endings, divergences, imbalances } = result;
  return [
    ...(unfinished > 0 ? [`NOT OVER: ${unfinished} transfers`] : []),
    ...failures.map((error) => `FOLLOWING FAILED: ${error}`),
    ...endings.wrong.map((wrong) => `ENDINGS: ${wrong}`),
    ...divergences.map(
      ({ chain, transaction, chainSays, modelSays }) =>
        `DIVERGED on ${chain} in ${transaction}: chain [${chainSays}] model [${modelSays}]`,
    ),
    ...result.differences.map(
      ({ place, chain, model }) => `HELD: ${place}: chain ${chain}, model ${model}`,
    ),
    ...imbalances.map((imbalance) => `UNBALANCED: ${imbalance}`),
    ...result.uris.map((uri) => `URI: ${uri}`),
  ];
}
