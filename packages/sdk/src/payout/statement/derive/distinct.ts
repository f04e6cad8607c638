import { canonicalJson } from "../../../primitives/index.ts";
import { StatementFactsError } from "../errors.ts";
import type { CoveredChain, Place } from "../facts.ts";
import { comparePositions, compareText } from "./order.ts";

/** Facts of one kind, each once and in order; overlapping reads tell some twice. Throws StatementFactsError. */
export function distinct<Fact extends Place & { readonly part?: number }>(
  facts: readonly Fact[],
  what: string,
): Fact[] {
  const key = ({ chain, transaction, logIndex, part = 0 }: Fact) =>
    `${chain}/${transaction}/${logIndex}/${part}`;
  return distinctBy(facts, key, what).sort(comparePositions);
}

/** Facts by a key, each once; two that share a key and differ cannot both be true. Throws StatementFactsError. */
export function distinctBy<Fact>(
  facts: readonly Fact[],
  key: (fact: Fact) => string,
  what: string,
): Fact[] {
  const known = new Map<string, Fact>();
  for (const fact of facts) {
    const name = key(fact);
    const before = known.get(name);
    if (before === undefined) known.set(name, fact);
    else if (plain(before) !== plain(fact)) {
      throw new StatementFactsError(`${what} was told twice, and not the same.`, {
        details: [`Which: ${name}`],
      });
    }
  }
  return [...known.values()];
}

const plain = (fact: unknown): string =>
  canonicalJson(
    JSON.parse(
      JSON.stringify(fact, (_, value) => (typeof value === "bigint" ? `${value}n` : value)),
    ),
  );

/** The chains that were read, each once, by id. Throws StatementFactsError. */
export function distinctChains(chains: readonly CoveredChain[]): CoveredChain[] {
  return distinctBy(chains, ({ id }) => id, "A chain's covered blocks").sort((a, b) =>
    compareText(a.id, b.id),
  );
}

/** Checks that facts lie in the blocks that were read, and that no two of them are of different forks. */
export class PlaceCheck {
  readonly #chains: ReadonlyMap<string, CoveredChain>;
  readonly #hashes = new Map<string, string>();

  constructor(chains: readonly CoveredChain[]) {
    this.#chains = new Map(chains.map((chain) => [chain.id, chain]));
    for (const { id, toBlock, toHash } of chains) this.#hashes.set(`${id}/${toBlock}`, toHash);
  }

  /** Throws StatementFactsError. */
  check({ chain, block, blockHash, transaction, time }: Place): void {
    const covered = this.#chains.get(chain);
    const fail = (message: string, ...details: string[]) =>
      new StatementFactsError(message, {
        details: [`Chain: ${chain}`, `Block: ${block}`, `Transaction: ${transaction}`, ...details],
      });
    if (covered === undefined) throw fail("A fact is of a chain that was not read.");
    if (block < covered.fromBlock || block > covered.toBlock || time > covered.toTime) {
      throw fail(
        "A fact lies outside the blocks that were read.",
        `Read: ${covered.fromBlock} to ${covered.toBlock}`,
      );
    }
    const key = `${chain}/${block}`;
    const hash = this.#hashes.get(key) ?? blockHash;
    if (hash !== blockHash) {
      throw fail("Facts are of different forks of a chain.", `Hashes: ${hash}, ${blockHash}`);
    }
    this.#hashes.set(key, hash);
  }
}
