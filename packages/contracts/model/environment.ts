import { chooseForm, type UriForm } from "./asset/uri-form.ts";
import { countingHashing, type Hashing } from "./message/hashing.ts";
import { RULES, type Rules } from "./rules.ts";
import type { Address, AssetClass, ChainId, Holder, Standard } from "./words.ts";

/** Everything that the protocol does not decide, given from outside. The functions may change their answers in time. */
export interface Environment {
  readonly hashing: Hashing;
  /** A policy's answer: the reason for a refusal, or undefined. Throwing is refusing. */
  policy(policy: string, question: PolicyQuestion): string | undefined;
  /** How a token born on this chain treats transfers just now. */
  tokenBehaviour(chain: ChainId, token: Address): TokenBehaviour;
  /** Whether an account takes an ERC-721 or ERC-1155 that comes with a receiver hook. */
  takesTokens(chain: ChainId, account: Address): boolean;
  /** The shortest form that gives a URI back byte for byte. */
  chooseForm(uri: string, id: bigint, standard: Standard): UriForm;
  readonly rules: Rules;
}

export interface PolicyQuestion {
  readonly class: AssetClass;
  readonly standard: Standard;
  readonly homeChain: ChainId;
  readonly homeToken: Address;
  readonly sourceChain: ChainId;
  readonly sender: Address;
  readonly destinationChain: ChainId;
  readonly recipient: Address;
  readonly units: bigint;
}

export interface TokenBehaviour {
  /** Every transfer fails: paused, broken, out of gas. */
  readonly fails?: boolean;
  /** An account that may neither give nor receive. */
  blocks?(account: Holder): boolean;
  /** An id that its issuer has locked (ERC-5192). */
  locks?(id: bigint): boolean;
  /** Units that never arrive, of each transfer of an ERC-20. */
  readonly keeps?: bigint;
}

const PLAIN: TokenBehaviour = {};

/** A zone in which nothing odd happens, with whatever is given in its place. */
export function environment(given: Partial<Environment> = {}): Environment {
  return {
    hashing: countingHashing(),
    policy: () => undefined,
    tokenBehaviour: () => PLAIN,
    takesTokens: () => true,
    chooseForm,
    rules: RULES,
    ...given,
  };
}
