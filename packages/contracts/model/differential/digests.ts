import { AbiCoder, concat, keccak256, solidityPackedKeccak256, TypedDataEncoder } from "ethers";
import type { Leaf } from "../state/chain.ts";
import type { Address, AssetClass, ChainId, Collection, Hash, Standard } from "../words.ts";
import type { Book } from "./book.ts";
import { chainNumber, CLASSES, STANDARDS, structHash, structOf } from "./encoding.ts";

/** In the model a signature is a text; here is the EIP-712 digest that each text stands for. */

const ZERO_HASH = `0x${"00".repeat(32)}`;
export const NO_EVIDENCE = ZERO_HASH;

const CHECKPOINT = "Checkpoint(bytes32 laneId,uint64 anchor,uint64 sequence,bytes32 head)";
const ROTATION =
  "Rotation(bytes32 zoneId,uint64 from,uint64 to,bytes32 setHash,uint16 k,uint64 validFrom)";
const SET = "ValidatorSet(uint64 epoch,uint16 quorum,address[] validators)";

/** The digest of what a model's validator or holder signed. */
export function digestOf(book: Book, text: string): Hash {
  const [struct = "", ...words] = text.split(" ");
  if (struct === "Checkpoint") {
    const [lane, anchor, sequence, head] = words;
    return inZone(book, CHECKPOINT, [hash(lane), anchor, sequence, hash(head)]);
  }
  if (struct === "Rotation") return rotationDigest(book, words);
  return gatewayDigest(book, text);
}

/** A model's name for nothing is no hash. */
const hash = (name: string | undefined): string => (name?.length === 66 ? name : ZERO_HASH);

function rotationDigest(book: Book, words: readonly string[]): Hash {
  const [, from = "", to = "", validators = "", quorum, validFrom] = words;
  const members = validators.split(",").map((name) => book.people.real(name as Address));
  const setHash = structHash(SET, [to, quorum, members]);
  return inZone(book, ROTATION, [book.plan.zoneId, from, to, setHash, quorum, validFrom]);
}

function inZone({ plan }: Book, type: string, values: readonly unknown[]): Hash {
  return digest({ name: "Ryugu", version: "1", salt: plan.zoneId }, type, values);
}

function digest(domain: object, type: string, values: readonly unknown[]): Hash {
  const { name, fields } = structOf(type);
  const given = Object.fromEntries(fields.map((field, at) => [field.name, values[at]]));
  return TypedDataEncoder.hash(domain, { [name]: fields }, given);
}

const SEND =
  "Send(address sender,uint64 destinationChainId,address token,uint256[] ids,uint256[] amounts,address recipient,address refundAccount,uint40 deadline,bytes ref,uint256 nonce,uint40 expiry)";

// biome-ignore lint/suspicious/noExplicitAny: the fields of a text are whatever was put into it.
type Fields = any;

/** What each text for a gateway is as a struct: its type, and its values from the text's fields. */
const STRUCTS: Record<string, readonly [string, (book: Book, on: ChainId, f: Fields) => unknown[]]> =
  {
    Redirect: [
      "Redirect(bytes32 messageId,address recipient,uint40 expiry)",
      ({ people }, _, [id, recipient, expiry]) => [id, people.real(recipient), expiry],
    ],
    Claim: [
      "Claim(bytes32 leaf,address recipient,uint40 expiry)",
      (book, _, [leaf, recipient, expiry]) => [
        leafHash(book, leafFrom(leaf)),
        ...[book.people.real(recipient), expiry],
      ],
    ],
    Pause: [
      "Pause(address validator,uint64 counterpartChainId,address token,uint24 duration,uint64 nonce)",
      (book, on, [validator, subject, duration, nonce]) => [
        book.people.real(validator),
        ...Object.values(stopped(book, on, subject)),
        ...[duration, nonce],
      ],
    ],
    Send: [SEND, sendValues],
    "open-lane": [
      "OpenLane(uint64 nonce,uint64 epoch,uint64 counterpartChainId,address counterpartGateway)",
      ({ people }, _, { nonce, epoch, counterpart, counterpartGateway }) => [
        ...[nonce, epoch, chainNumber(counterpart), people.real(counterpartGateway)],
      ],
    ],
    "retire-lane": [
      "RetireLane(uint64 nonce,uint64 counterpartChainId)",
      (_, __, { nonce, counterpart }) => [nonce, chainNumber(counterpart)],
    ],
    "set-terms": [
      "SetTerms(uint64 nonce,uint64 counterpartChainId,uint96 fee,address collector,uint32 quota)",
      (_, __, { nonce, counterpart, fee, collector, quota }) => [
        ...[nonce, chainNumber(counterpart), fee, collector, quota],
      ],
    ],
    "set-limit": [
      "SetLimit(uint64 nonce,address token,uint88 cap,uint16 windowMinutes)",
      (book, on, { nonce, collection, cap, windowMinutes }) => [
        ...[nonce, book.tokenOn(on, collection), cap, windowMinutes],
      ],
    ],
    "set-default-limit": [
      "SetDefaultLimit(uint64 nonce,uint88 cap,uint16 windowMinutes)",
      (_, __, { nonce, cap, windowMinutes }) => [nonce, cap, windowMinutes],
    ],
    "list-token": [
      "ListToken(uint64 nonce,address token,uint8 class,uint88 cap,uint16 windowMinutes)",
      (_, __, { nonce, token, class: name, cap, windowMinutes }) => [
        ...[nonce, token, CLASSES[name as AssetClass], cap, windowMinutes],
      ],
    ],
    "propose-policy": [
      "ProposePolicy(uint64 nonce,address policy)",
      (book, _, { nonce, policy }) => [nonce, book.policy(policy)],
    ],
    "extend-pause": [
      "ExtendPause(uint64 nonce,uint64 counterpartChainId,address token,uint40 until)",
      (book, on, { nonce, subject, until }) => [
        ...[nonce, ...Object.values(stopped(book, on, subject)), until],
      ],
    ],
    "lift-pause": [
      "LiftPause(uint64 nonce,uint64 counterpartChainId,address token)",
      (book, on, { nonce, subject }) => [nonce, ...Object.values(stopped(book, on, subject))],
    ],
    halt: [
      "Halt(uint64 nonce,bytes32 laneId,uint64 sequence,bytes32 head)",
      (_, __, { nonce, laneId, sequence, head }) => [nonce, laneId, sequence, head],
    ],
    "re-anchor": [
      "ReAnchor(uint64 nonce,bytes32 laneId,uint64 anchor,uint64 commonSequence,bytes32 commonHead,bytes32 nextHash)",
      (_, __, { nonce, laneId, anchor, commonSequence, commonHead, nextHash }) => [
        ...[nonce, laneId, anchor, commonSequence, hash(commonHead), hash(nextHash)],
      ],
    ],
    "propose-wind-down": [
      "ProposeWindDown(uint64 nonce,uint64 counterpartChainId,uint64 sequence,bytes32 holdersRoot,bytes32 evidence)",
      (book, _, { nonce, counterpart, sequence, leaves }) => [
        ...[nonce, chainNumber(counterpart), sequence, treeOf(book, leaves).root, NO_EVIDENCE],
      ],
    ],
    "cancel-wind-down": [
      "CancelWindDown(uint64 nonce,uint64 counterpartChainId)",
      (_, __, { nonce, counterpart }) => [nonce, chainNumber(counterpart)],
    ],
  };

function sendValues(book: Book, on: ChainId, fields: Fields): unknown[] {
  const [sender, destination, homeChain, homeToken, assets, recipient, refund, deadline] = fields;
  const [reference, nonce, expiry] = fields.slice(8);
  const collection = { homeChain, homeToken };
  const { ids, amounts } = idsAndAmounts(book.standardOf(homeToken), assets);
  const { real } = book.people;
  return [
    ...[real(sender), chainNumber(destination), book.tokenOn(on, collection), ids, amounts],
    ...[real(recipient), real(refund), deadline, reference, nonce, expiry],
  ];
}

/** Ids alone are ERC-721, an amount alone ERC-20. */
export function idsAndAmounts(
  standard: Standard,
  assets: readonly (readonly [id: bigint, amount: bigint])[],
) {
  const ids = assets.map(([id]) => id);
  const amounts = assets.map(([, amount]) => amount);
  if (standard === "erc721") return { ids, amounts: [] };
  return standard === "erc20" ? { ids: [], amounts } : { ids, amounts };
}

/** What a pause stops, as a gateway takes it: a chain, or a token, or neither for all lanes. */
export function stopped(book: Book, on: ChainId, subject: string | Collection) {
  const none = { chain: 0, token: book.people.real("0x0000000000000000000000000000000000000000") };
  if (subject === "all") return none;
  if (typeof subject !== "string") return { ...none, token: book.tokenOn(on, subject) };
  const [homeChain, homeToken] = subject.split("/");
  if (homeToken === undefined) return { ...none, chain: chainNumber(subject as ChainId) };
  const collection = { homeChain: homeChain as ChainId, homeToken: homeToken as Address };
  return { ...none, token: book.tokenOn(on, collection) };
}

function gatewayDigest(book: Book, text: string): Hash {
  const [, struct = "", gateway, on, json = ""] =
    /^(\S+) at (\S+) on (\S+) (.*)$/s.exec(text) ?? [];
  const known = STRUCTS[struct];
  if (known === undefined) throw new RangeError(`No struct for: ${text}`);
  const fields: Fields = JSON.parse(json, (_, value) =>
    typeof value === "string" && /^\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value,
  );
  const domain = {
    ...{ name: "Ryugu", version: "1", chainId: chainNumber(on as ChainId) },
    ...{ verifyingContract: book.people.real(gateway as Address), salt: book.plan.zoneId },
  };
  return digest(domain, known[0], known[1](book, on as ChainId, fields));
}

/** A holding as contracts take it. */
export const holdingOf = ({ people }: Book, leaf: Leaf) => [
  ...[chainNumber(leaf.chain), STANDARDS[leaf.standard], leaf.token],
  ...[leaf.id, leaf.amount, people.real(leaf.holder)],
];

export function leafHash(book: Book, leaf: Leaf): Hash {
  const types = ["uint64", "uint8", "address", "uint256", "uint256", "address"];
  return keccak256(keccak256(AbiCoder.defaultAbiCoder().encode(types, holdingOf(book, leaf))));
}

/** A leaf by its name in the model. */
export function leafFrom(name: string): Leaf {
  const [chain, standard, token, id = "0", amount = "0", holder] = name.split(" ");
  return {
    ...{ chain: chain as ChainId, standard: standard as Standard, token: token as Address },
    ...{ id: BigInt(id), amount: BigInt(amount), holder: holder as Address },
  };
}

/** A list's root, and how to find each leaf under it. A list of nobody has a root that no leaf is under. */
export function treeOf(book: Book, leaves: readonly Leaf[]) {
  const hashes = [...new Set(leaves.map((leaf) => leafHash(book, leaf)))].sort();
  const levels: string[][] = [hashes.length > 0 ? hashes : [solidityPackedKeccak256([], [])]];
  for (let level = levels[0] ?? []; level.length > 1; ) {
    const above: string[] = [];
    for (let at = 0; at < level.length; at += 2) above.push(join(level[at], level[at + 1]));
    levels.push(above);
    level = above;
  }
  const proof = (leaf: Leaf): string[] => {
    let at = hashes.indexOf(leafHash(book, leaf));
    if (at < 0) return [];
    const found: string[] = [];
    for (const level of levels.slice(0, -1)) {
      const beside = level[at ^ 1];
      if (beside !== undefined) found.push(beside);
      at >>= 1;
    }
    return found;
  };
  return { root: levels.at(-1)?.[0] ?? ZERO_HASH, proof };
}

/** A pair's parent does not tell which was first; one that is left over goes up as it is. */
function join(one = "", other?: string): string {
  if (other === undefined) return one;
  return keccak256(concat(one < other ? [one, other] : [other, one]));
}
