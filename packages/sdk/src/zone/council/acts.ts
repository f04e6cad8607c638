import type { CouncilActName, CouncilActs } from "../../lane/index.ts";
import {
  type Address,
  address,
  type Bytes32,
  bytes32,
  type ChainId,
  chainId,
  chainNumber,
} from "../../primitives/index.ts";
import { CouncilActError } from "./errors.ts";

/** What people write of an act: its fields by name, each as a text. */
export type ActWords = Readonly<Record<string, string>>;

type Readers = { readonly [Name in CouncilActName]: (words: ActWords) => CouncilActs[Name] };

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
  ReAnchor: (w) => ({
    laneId: word(w, "laneId"),
    anchor: integer(w, "anchor"),
    commonSequence: integer(w, "commonSequence"),
    commonHead: word(w, "commonHead"),
    nextHash: word(w, "nextHash"),
  }),
  ProposeWindDown: (w) => ({
    counterpartChain: chain(w),
    sequence: integer(w, "sequence"),
    holdersRoot: word(w, "holdersRoot"),
    evidence: word(w, "evidence"),
  }),
  CancelWindDown: (w) => ({ counterpartChain: chain(w) }),
};

/** Fields that the gateway's function takes and nobody signs: they follow from what is signed. */
const UNSIGNED: Partial<Record<CouncilActName, readonly string[]>> = { ReAnchor: ["lostHashes"] };

/** The acts of the council. */
export const ACT_NAMES = Object.keys(READERS) as CouncilActName[];

/**
 * Reads an act's fields.
 *
 * @throws CouncilActError for a field that is missing or that the act does not have, and the field's own error
 */
export function readAct<Name extends CouncilActName>(
  name: Name,
  words: ActWords,
): CouncilActs[Name] {
  const act = READERS[name](words);
  const fields = [...Object.keys(act), ...(UNSIGNED[name] ?? [])];
  const unknown = Object.keys(words).filter((field) => !fields.includes(field));
  if (unknown.length === 0) return act;
  throw new CouncilActError(`${name} has no field ${unknown.join(", ")}.`, {
    details: [`Its fields: ${fields.join(", ")}`],
  });
}

/** An act as its gateway takes it: the function, and its arguments but for the signatures. */
export function actCall(
  name: CouncilActName,
  words: ActWords,
): { method: string; args: unknown[] } {
  if (name === "ReAnchor") return reanchorCall(words);
  const args = Object.entries(readAct(name, words)).map(([field, value]) => {
    if (field !== "counterpartChain") return value;
    return value === null ? 0n : chainNumber(value as ChainId);
  });
  return { method: `${name.charAt(0).toLowerCase()}${name.slice(1)}`, args };
}

/** The anchor is the gateway's to count; the hashes of what was lost prove that it was delivered. */
function reanchorCall(words: ActWords): { method: string; args: unknown[] } {
  const { laneId, commonSequence, commonHead, nextHash } = readAct("ReAnchor", words);
  const lost = (words.lostHashes ?? "").split(",").filter((hash) => hash !== "");
  const lostHashes = lost.map((hash) => bytes32(hash));
  return { method: "reanchor", args: [laneId, commonSequence, commonHead, nextHash, lostHashes] };
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
