import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import {
  type ClaimOutcome,
  claimEverything,
  findCredits,
  parseSignedClaim,
  readClaimNonce,
  readContractClaim,
  signClaim,
  submitClaim,
  verifySignedClaim,
} from "@ryugu/sdk/payout";
import { type Address, address, parseJson, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import { NonceManager } from "ethers";
import type { Cli } from "../cli.ts";
import { UsageError } from "../errors.ts";
import { EXIT } from "../exit-code.ts";
import { readTextSource } from "../input/read-source.ts";
import { parseMoment } from "../input/time.ts";
import { loadPayer, type PayerOptions } from "../keys/load-key.ts";
import type { Outcome } from "../outcome.ts";
import { fields, lines, table } from "../output/blocks.ts";
import { safeJson } from "../output/safe.ts";
import { accent, bad, good, type Line, warn } from "../output/style.ts";
import type { LocalZone } from "../zone/ready-file.ts";
import { moneyOf, type WriteMoney } from "./money.ts";
import { type At, type ChainOptions, withChain } from "./open-chain.ts";

/** No signed claim is larger, in bytes. */
const MAX_CLAIM = 20_000;

/** Where credits are looked for, as typed. */
interface SearchOptions extends ChainOptions {
  place: readonly string[];
  currency?: readonly string[];
  fromBlock?: string;
}

/** `ryugu payout credit show` */
export async function showCommand(
  cli: Cli,
  account: string,
  options: SearchOptions,
): Promise<Outcome> {
  return await withChain(cli, options, async (at) => {
    const payee = address(account);
    const found = await findCredits(payee, searchOf(at, options));
    const write = await writers(at, found);
    return {
      json: { payee, credits: found },
      view: [
        found.length === 0
          ? lines("Nothing is credited to this account there.")
          : table(
              ["split or rail", "currency", ">amount"],
              found.map((each) => [each.place, each.currency, write(each)]),
            ),
      ],
      exitCode: EXIT.ok,
    };
  });
}

/** `ryugu payout credit claim` */
export async function claimCommand(
  cli: Cli,
  options: SearchOptions & PayerOptions & { to?: string },
): Promise<Outcome> {
  return await withChain(cli, options, async (at, local) => {
    const key = await loadPayer(cli, options, local);
    const { provider } = at(key.address);
    const search = { ...searchOf(at, options), ...(options.to && { to: address(options.to) }) };
    const outcomes: ClaimOutcome[] = [];
    for await (const outcome of claimEverything(new NonceManager(key.connect(provider)), search)) {
      outcomes.push(outcome);
    }
    const write = await writers(at, outcomes);
    return {
      json: { payee: key.address, claims: outcomes.map(outcomeJson) },
      view: [
        outcomes.length === 0
          ? lines("Nothing is credited to this account there.")
          : table(
              ["split or rail", ">amount", ""],
              outcomes.map((each) => [each.place, write(each), verdict(each)]),
            ),
      ],
      exitCode: outcomes.every(({ state }) => state === "claimed") ? EXIT.ok : EXIT.negative,
    };
  });
}

/** `ryugu payout credit sign` */
export async function signCommand(
  cli: Cli,
  options: ChainOptions &
    PayerOptions & { place: string; currency: string; to: string; deadline?: string; out?: string },
): Promise<Outcome> {
  const deadline = parseMoment(options.deadline ?? "1d", "--deadline", cli.now());
  return await withChain(cli, options, async (at, local) => {
    const key = await loadPayer(cli, options, local);
    const place = at(address(options.place));
    const signed = await signClaim(key, {
      chain: place.chain,
      place: place.address,
      payee: key.address,
      currency: address(options.currency),
      to: address(options.to),
      nonce: await readClaimNonce(place, key.address),
      deadline,
    });
    const text = safeJson(signed, 2);
    if (options.out !== undefined) await writeFile(resolve(cli.cwd, options.out), `${text}\n`);
    return {
      json: signed,
      view:
        options.out === undefined
          ? [lines(...text.split("\n"))]
          : [lines([good("✓ "), `Signed: anybody may carry ${options.out}.`])],
      exitCode: EXIT.ok,
    };
  });
}

/** `ryugu payout credit carry` */
export async function carryCommand(
  cli: Cli,
  source: string,
  options: ChainOptions & PayerOptions,
): Promise<Outcome> {
  const signed = parseSignedClaim(parseJson(await readTextSource(cli, source, MAX_CLAIM)));
  const carry = async (at: At, local?: LocalZone): Promise<Outcome> => {
    const key = await loadPayer(cli, options, local);
    const place = at(signed.place);
    const contractSigned = await readContractClaim(place.provider, signed);
    const nonce = await readClaimNonce(place, signed.payee);
    verifySignedClaim(signed, { now: cli.now() / 1_000, place, nonce, contractSigned });
    const claimed = await submitClaim(place, key.connect(place.provider), signed);
    const write = await moneyOf(at, claimed.currency);
    return {
      json: { ...claimed, gasUsed: Number(claimed.gasUsed) },
      view: [
        lines([good("✓ "), `${write(claimed.amount)} paid.`]),
        fields(["to", claimed.to], ["transaction", accent(claimed.transaction)]),
      ],
      exitCode: EXIT.ok,
    };
  };
  return await withChain(cli, options, carry, signed.chain);
}

function searchOf(at: At, { place, currency, fromBlock }: SearchOptions) {
  const { chain, provider } = at(ZERO_ADDRESS);
  return {
    ...{ chain, provider, places: place.map((each) => address(each)) },
    ...(currency !== undefined && { currencies: currency.map((each) => address(each)) }),
    ...(fromBlock !== undefined && { fromBlock: readBlock(fromBlock) }),
  };
}

function readBlock(text: string): number {
  if (/^[0-9]{1,15}$/.test(text)) return Number(text);
  throw new UsageError(`--from-block is no block's number: ${text}`);
}

/** How each currency's amounts are written; each is asked once. */
async function writers(at: At, amounts: readonly { currency: Address }[]) {
  const known = new Map<Address, WriteMoney>();
  for (const { currency } of amounts) {
    if (!known.has(currency)) known.set(currency, await moneyOf(at, currency));
  }
  return ({ currency, amount }: { currency: Address; amount: bigint }) =>
    known.get(currency)?.(amount) ?? String(amount);
}

function outcomeJson(outcome: ClaimOutcome) {
  const { place, currency, amount, state } = outcome;
  const common = { place, currency, amount, state };
  if (outcome.state !== "claimed") return { ...common, error: outcome.error.toJSON() };
  return { ...common, transaction: outcome.receipt?.transaction ?? null };
}

function verdict(outcome: ClaimOutcome): Line {
  if (outcome.state === "claimed") return good("claimed");
  const { error } = outcome;
  const reason = [error.shortMessage, ...error.details.slice(0, 1)].join(" ");
  return outcome.state === "refused" ? bad(reason) : warn(`${reason} Try again later.`);
}
