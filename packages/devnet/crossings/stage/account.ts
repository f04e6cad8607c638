import { type Address, address, type ChainId } from "@ryugu/sdk/primitives";
import { id, type Provider, Wallet } from "ethers";

/** A chain that somebody can act on. */
interface Place {
  id: ChainId;
  provider: Provider;
}

/** Somebody with a key, who does one thing at a time on each chain. */
export class Account {
  readonly name: string;
  readonly wallet: Wallet;
  readonly address: Address;
  readonly #busy = new Map<ChainId, Promise<unknown>>();

  /** @param seed - the same seed gives the same keys; they are worth nothing */
  constructor(name: string, seed: number) {
    this.name = name;
    this.wallet = new Wallet(id(`crossings ${seed} ${name}`));
    this.address = address(this.wallet.address);
  }

  /** Works with a signer on a chain, after whatever the account still does there: nonces follow one another. */
  on<T>(chain: Place, work: (signer: Wallet) => Promise<T>): Promise<T> {
    const before = this.#busy.get(chain.id) ?? Promise.resolve();
    const done = before.then(() => inTime(work(this.wallet.connect(chain.provider))));
    this.#busy.set(
      chain.id,
      done.catch(() => undefined),
    );
    return done;
  }
}

/** In milliseconds. Nobody waits longer for a transaction that a chain may have forgotten. */
const PATIENCE = 60_000;

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("It took too long.")), PATIENCE);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** How many people take part. */
const PEOPLE = 12;
/** Accounts that submit what others signed, retry and claim for them. */
const HELPERS = 4;

/** Everybody who has a key, from the run's seed. */
export interface Accounts {
  people: readonly Account[];
  helpers: readonly Account[];
  /** Makes the collections, owns their moods, and hands over what the council decided. */
  issuer: Account;
}

/** Makes the accounts of a run. */
export function makeAccounts(seed: number): Accounts {
  const several = (name: string, count: number) =>
    Array.from({ length: count }, (_, i) => new Account(`${name} ${i + 1}`, seed));
  return {
    people: several("person", PEOPLE),
    helpers: several("helper", HELPERS),
    issuer: new Account("issuer", seed),
  };
}
