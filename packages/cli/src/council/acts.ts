import type { CouncilActName, CouncilActs } from "@ryugu/sdk/lane";
import {
  type Address,
  address,
  type Bytes32,
  bytes32,
  type ChainId,
  chainId,
  chainNumber,
} from "@ryugu/sdk/primitives";
import { CouncilActError, UsageError } from "../errors.ts";

/** What people write of an act: its fields by name, each as a text. */
export type ActWords = Readonly<Record<string, string>>;

/** An act that the command can propose. A re-anchoring needs the lost messages' hashes besides and is not among them. */
export type ActName = Exclude<CouncilActName, "ReAnchor">;

type Readers = { readonly [Name in ActName]: (words: ActWords) => CouncilActs[Name] };

/** How each act is read. Fields stand in the order in which the gateway's function takes them. */
const READERS: Readers = {
  OpenLane: (w) => ({
    epoch: integer(w, "epoch"),
    counterpartChain: chain(w),
    counterpartGateway: account(w, "counterpartGateway"),
  }),
  RetireLane: (w) => ({ counterpartChain: chain(w) }),
  SetTerms: (w) => ({
    counterpartChain: chain(w),
    fee: big(w, "fee"),
    collector: account(w, "collector"),
    quota: integer(w, "quota"),
  }),
  SetLimit: (w) => ({ token: account(w, "token"), ...limit(w) }),
  SetDefaultLimit: (w) => limit(w),
  ListToken: (w) => ({ token: account(w, "token"), class: integer(w, "class"), ...limit(w) }),
  ProposePolicy: (w) => ({ policy: account(w, "policy") }),
  ExtendPause: (w) => ({ ...place(w), until: integer(w, "until") }),
  LiftPause: (w) => place(w),
  Halt: (w) => ({
    laneId: word(w, "laneId"),
    sequence: integer(w, "sequence"),
    head: word(w, "head"),
  }),
  ProposeWindDown: (w) => ({
    counterpartChain: chain(w),
    sequence: integer(w, "sequence"),
    holdersRoot: word(w, "holdersRoot"),
    evidence: word(w, "evidence"),
  }),
  CancelWindDown: (w) => ({ counterpartChain: chain(w) }),
};

/** The acts that can be proposed. */
export const ACT_NAMES = Object.keys(READERS) as ActName[];

/** The act of a name. Throws UsageError. */
export function actName(text: string): ActName {
  const found = ACT_NAMES.find((name) => name === text);
  if (found !== undefined) return found;
  throw new UsageError(`The council has no act of this name: ${text}`, {
    details: [`Its acts: ${ACT_NAMES.join(", ")}`],
  });
}

/**
 * Reads an act's fields.
 *
 * @throws CouncilActError for a field that is missing or that the act does not have, and the field's own error
 */
export function readAct<Name extends ActName>(name: Name, words: ActWords): CouncilActs[Name] {
  const act = READERS[name](words);
  const unknown = Object.keys(words).filter((field) => !(field in act));
  if (unknown.length === 0) return act;
  throw new CouncilActError(`${name} has no field ${unknown.join(", ")}.`, {
    details: [`Its fields: ${Object.keys(act).join(", ")}`],
  });
}

/** An act as its gateway takes it: the function, and its arguments but for the signatures. */
export function actCall(
  name: ActName,
  act: CouncilActs[ActName],
): { method: string; args: unknown[] } {
  const args = Object.entries(act).map(([field, value]) => {
    if (field !== "counterpartChain") return value;
    return value === null ? 0n : chainNumber(value);
  });
  return { method: `${name.charAt(0).toLowerCase()}${name.slice(1)}`, args };
}

function text(words: ActWords, field: string): string {
  const value = words[field];
  if (value !== undefined) return value;
  throw new CouncilActError(`The act needs a value for ${field}.`);
}

function chain(words: ActWords): ChainId {
  return chainId(text(words, "counterpartChain"));
}

/** A chain or all of them, and a collection or none. */
function place(words: ActWords): { counterpartChain: ChainId | null; token: Address } {
  const all = text(words, "counterpartChain") === "all";
  return { counterpartChain: all ? null : chain(words), token: account(words, "token") };
}

function limit(words: ActWords): { cap: bigint; windowMinutes: number } {
  return { cap: big(words, "cap"), windowMinutes: integer(words, "windowMinutes") };
}

function account(words: ActWords, field: string): Address {
  return address(text(words, field));
}

function word(words: ActWords, field: string): Bytes32 {
  return bytes32(text(words, field));
}

function big(words: ActWords, field: string): bigint {
  const value = text(words, field);
  if (/^[0-9]{1,78}$/.test(value)) return BigInt(value);
  throw new CouncilActError(`${field} is no number: ${value}`);
}

function integer(words: ActWords, field: string): number {
  const value = big(words, field);
  if (value <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(value);
  throw new CouncilActError(`${field} is too large: ${value}`);
}
