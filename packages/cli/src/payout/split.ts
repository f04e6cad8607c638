import {
  createSplit,
  type Distribution,
  distribute,
  distributeInParts,
  readSplit,
  readSplitBalance,
  type SplitContent,
  type SplitShare,
  splitAddress,
} from "@ryugu/sdk/payout";
import { address, bytes32 } from "@ryugu/sdk/primitives";
import { NonceManager } from "ethers";
import type { Cli } from "../cli.ts";
import { UsageError } from "../errors.ts";
import { EXIT } from "../exit-code.ts";
import { loadPayer, type PayerOptions } from "../keys/load-key.ts";
import type { Outcome } from "../outcome.ts";
import { type Block, fields, lines, table } from "../output/blocks.ts";
import { grouped } from "../output/number.ts";
import { accent, faint, good, warn } from "../output/style.ts";
import { moneyOf } from "./money.ts";
import { type ChainOptions, withChain } from "./open-chain.ts";
import { readShares } from "./shares.ts";

/** What a split is made of, as typed. */
interface ContentOptions {
  factory: string;
  owner?: string;
  salt?: string;
}

const PERCENT = 100;

/** `ryugu payout address` */
export async function addressCommand(
  _cli: Cli,
  texts: readonly string[],
  options: ContentOptions,
): Promise<Outcome> {
  const content = contentOf(texts, options);
  const factory = address(options.factory);
  const split = splitAddress(factory, content);
  return {
    json: { address: split, factory, ...content },
    view: [fields(["address", accent(split)]), shareTable(content.shares)],
    exitCode: EXIT.ok,
  };
}

/** `ryugu payout split make` */
export async function makeCommand(
  cli: Cli,
  texts: readonly string[],
  options: ContentOptions & ChainOptions & PayerOptions,
): Promise<Outcome> {
  const content = contentOf(texts, options);
  return await withChain(cli, options, async (at, local) => {
    const key = await loadPayer(cli, options, local);
    const factory = at(address(options.factory));
    const made = await createSplit(factory, key.connect(factory.provider), content);
    const isNew = made.transaction !== undefined;
    return {
      json: { ...made, ...content },
      view: [
        lines([
          good("✓ "),
          isNew ? "The split stands." : "The split stood already: nothing was sent.",
        ]),
        fields(
          ["address", accent(made.address)],
          ["transaction", made.transaction && accent(made.transaction)],
        ),
        shareTable(content.shares),
      ],
      exitCode: EXIT.ok,
    };
  });
}

/** `ryugu payout split show` */
export async function showCommand(
  cli: Cli,
  account: string,
  options: ChainOptions & { factory: string; currency?: readonly string[] },
): Promise<Outcome> {
  return await withChain(cli, options, async (at) => {
    const location = at(address(account));
    const split = await readSplit(location, address(options.factory));
    const balances = await Promise.all(
      (options.currency ?? []).map(async (text) => {
        const currency = address(text);
        const [balance, write] = await Promise.all([
          readSplitBalance(location, currency),
          moneyOf(at, currency),
        ]);
        return { currency, ...balance, shown: write(balance.undistributed) };
      }),
    );
    return {
      json: { ...split, balances: balances.map(({ shown: _, ...each }) => each) },
      view: [
        fields(
          ["split", accent(split.address)],
          ["owner", split.owner ?? faint("nobody: the list never changes")],
          ["offered to", split.nextOwner],
          ...balances.map(
            ({ shown, openRound }) =>
              [
                "to divide",
                openRound ? [shown, warn("  a division in parts is open")] : shown,
              ] as const,
          ),
        ),
        shareTable(split.shares),
      ],
      exitCode: EXIT.ok,
    };
  });
}

/** `ryugu payout split distribute` */
export async function distributeCommand(
  cli: Cli,
  account: string,
  options: ChainOptions & PayerOptions & { currency: string; most?: string },
): Promise<Outcome> {
  const most = options.most === undefined ? undefined : readMost(options.most);
  return await withChain(cli, options, async (at, local) => {
    const key = await loadPayer(cli, options, local);
    const split = at(address(account));
    const currency = address(options.currency);
    const signer = new NonceManager(key.connect(split.provider));
    const write = await moneyOf(at, currency);
    const done: Distribution[] = [];
    if (most === undefined) done.push(await distribute(split, signer, currency));
    else {
      for await (const part of distributeInParts(split, signer, currency, { most })) {
        done.push(part);
        cli.output.progress(faint(`Divided ${write(part.amount)} …`));
      }
    }
    return {
      json: done.map((each) => ({ ...each, gasUsed: Number(each.gasUsed) })),
      view: divisionView(done, write),
      exitCode: EXIT.ok,
    };
  });
}

function divisionView(done: readonly Distribution[], write: (amount: bigint) => string): Block[] {
  const parts = done.flatMap((each) => each.parts);
  const amount = done.reduce((sum, each) => sum + each.amount, 0n);
  return [
    lines([good("✓ "), `Divided ${write(amount)}.`]),
    table(
      ["payee", ">amount", ""],
      parts.map((part) => [
        part.payee,
        write(part.amount),
        part.outcome === "paid" ? good("paid") : warn("credited: they may claim"),
      ]),
    ),
    fields(...done.map((each) => ["transaction", accent(each.transaction)] as const), [
      "gas",
      grouped(done.reduce((sum, each) => sum + each.gasUsed, 0n)),
    ]),
  ];
}

function shareTable(shares: readonly SplitShare[]): Block {
  const whole = shares.reduce((sum, { weight }) => sum + weight, 0);
  return table(
    ["payee", ">weight", ">part", ""],
    shares.map(({ payee, weight, nested }) => [
      payee,
      grouped(weight),
      `${((PERCENT * weight) / whole).toFixed(2)} %`,
      nested ? "a split" : "",
    ]),
  );
}

function contentOf(texts: readonly string[], { owner, salt }: ContentOptions): SplitContent {
  const shares = readShares(texts);
  return {
    shares,
    ...(owner !== undefined && { owner: address(owner) }),
    ...(salt !== undefined && { salt: bytes32(salt) }),
  };
}

function readMost(text: string): number {
  const most = /^[0-9]{1,3}$/.test(text) ? Number(text) : 0;
  if (most > 0) return most;
  throw new UsageError(`--most is no number of payees: ${text}`, { details: ["1 to 999."] });
}
