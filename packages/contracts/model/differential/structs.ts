import type { CouncilAct } from "../council/acts.ts";
import type { Address, ChainId } from "../words.ts";
import type { Book } from "./book.ts";
import { CLASSES, chainNumber } from "./encoding.ts";
import { leafFrom, leafHash, treeOf } from "./holders.ts";
import { idsAndAmounts, stopped } from "./subjects.ts";

/** What the model's texts for a gateway are as EIP-712 structs. */

export const NO_HASH = `0x${"00".repeat(32)}`;
/** A model's name for nothing is no hash. */
export const hashOr = (name: string | undefined): string => (name?.length === 66 ? name : NO_HASH);

/** A struct's type, and its values from a text's fields. */
interface Struct {
  readonly type: string;
  values(book: Book, on: ChainId, fields: unknown): readonly unknown[];
}

const struct = <F>(
  type: string,
  values: (book: Book, on: ChainId, fields: F) => readonly unknown[],
): Struct => ({ type, values: (book, on, fields) => values(book, on, fields as F) });

const act = <K extends CouncilAct["kind"]>(
  _: K,
  type: string,
  values: (
    book: Book,
    on: ChainId,
    fields: Extract<CouncilAct, { kind: K }> & { readonly nonce: number },
  ) => readonly unknown[],
): Struct => struct(type, values);

type Sent = readonly [
  ...[sender: Address, destination: ChainId, homeChain: ChainId, homeToken: Address],
  ...[assets: readonly (readonly [bigint, bigint])[], recipient: Address, refundAccount: Address],
  ...[deadline: number, reference: string, nonce: bigint, expiry: number],
];

/** By the name that the text begins with. */
export const STRUCTS: Readonly<Record<string, Struct>> = {
  Redirect: struct<readonly [string, Address, number]>(
    "Redirect(bytes32 messageId,address recipient,uint40 expiry)",
    ({ people }, _, [id, recipient, expiry]) => [id, people.real(recipient), expiry],
  ),
  Claim: struct<readonly [string, Address, number]>(
    "Claim(bytes32 leaf,address recipient,uint40 expiry)",
    (book, _, [leaf, recipient, expiry]) => [
      ...[leafHash(book, leafFrom(leaf)), book.people.real(recipient), expiry],
    ],
  ),
  Pause: struct<readonly [Address, string, number, number]>(
    "Pause(address validator,uint64 counterpartChainId,address token,uint24 duration,uint64 nonce)",
    (book, on, [validator, subject, duration, nonce]) => [
      ...[book.people.real(validator), ...stopped(book, on, subject), duration, nonce],
    ],
  ),
  Send: struct<Sent>(
    "Send(address sender,uint64 destinationChainId,address token,uint256[] ids,uint256[] amounts,address recipient,address refundAccount,uint40 deadline,bytes ref,uint256 nonce,uint40 expiry)",
    (book, on, [sender, destination, homeChain, homeToken, assets, recipient, refund, ...rest]) => {
      const { ids, amounts } = idsAndAmounts(book.standardOf(homeToken), assets);
      const token = book.tokenOn(on, { homeChain, homeToken });
      const { real } = book.people;
      const what = [real(sender), chainNumber(destination), token, ids, amounts];
      return [...what, real(recipient), real(refund), ...rest];
    },
  ),
  "open-lane": act(
    "open-lane",
    "OpenLane(uint64 nonce,uint64 epoch,uint64 counterpartChainId,address counterpartGateway)",
    ({ people }, _, { nonce, epoch, counterpart, counterpartGateway }) => [
      ...[nonce, epoch, chainNumber(counterpart), people.real(counterpartGateway)],
    ],
  ),
  "retire-lane": act(
    "retire-lane",
    "RetireLane(uint64 nonce,uint64 counterpartChainId)",
    (_, __, { nonce, counterpart }) => [nonce, chainNumber(counterpart)],
  ),
  "set-terms": act(
    "set-terms",
    "SetTerms(uint64 nonce,uint64 counterpartChainId,uint96 fee,address collector,uint32 quota)",
    (_, __, { nonce, counterpart, fee, collector, quota }) => [
      ...[nonce, chainNumber(counterpart), fee, collector, quota],
    ],
  ),
  "set-limit": act(
    "set-limit",
    "SetLimit(uint64 nonce,address token,uint88 cap,uint16 windowMinutes)",
    (book, on, { nonce, collection, cap, windowMinutes }) => [
      ...[nonce, book.tokenOn(on, collection), cap, windowMinutes],
    ],
  ),
  "set-default-limit": act(
    "set-default-limit",
    "SetDefaultLimit(uint64 nonce,uint88 cap,uint16 windowMinutes)",
    (_, __, { nonce, cap, windowMinutes }) => [nonce, cap, windowMinutes],
  ),
  "list-token": act(
    "list-token",
    "ListToken(uint64 nonce,address token,uint8 class,uint88 cap,uint16 windowMinutes)",
    (_, __, { nonce, token, class: name, cap, windowMinutes }) => [
      ...[nonce, token, CLASSES[name], cap, windowMinutes],
    ],
  ),
  "propose-policy": act(
    "propose-policy",
    "ProposePolicy(uint64 nonce,address policy)",
    (book, _, { nonce, policy }) => [nonce, book.policy(policy)],
  ),
  "extend-pause": act(
    "extend-pause",
    "ExtendPause(uint64 nonce,uint64 counterpartChainId,address token,uint40 until)",
    (book, on, { nonce, subject, until }) => [nonce, ...stopped(book, on, subject), until],
  ),
  "lift-pause": act(
    "lift-pause",
    "LiftPause(uint64 nonce,uint64 counterpartChainId,address token)",
    (book, on, { nonce, subject }) => [nonce, ...stopped(book, on, subject)],
  ),
  halt: act(
    "halt",
    "Halt(uint64 nonce,bytes32 laneId,uint64 sequence,bytes32 head)",
    (_, __, { nonce, laneId, sequence, head }) => [nonce, laneId, sequence, head],
  ),
  "re-anchor": act(
    "re-anchor",
    "ReAnchor(uint64 nonce,bytes32 laneId,uint64 anchor,uint64 commonSequence,bytes32 commonHead,bytes32 nextHash)",
    (_, __, { nonce, laneId, anchor, commonSequence, commonHead, nextHash }) => [
      ...[nonce, laneId, anchor, commonSequence, hashOr(commonHead), hashOr(nextHash)],
    ],
  ),
  "propose-wind-down": act(
    "propose-wind-down",
    "ProposeWindDown(uint64 nonce,uint64 counterpartChainId,uint64 sequence,bytes32 holdersRoot,bytes32 evidence)",
    (book, _, { nonce, counterpart, sequence, leaves }) => [
      ...[nonce, chainNumber(counterpart), sequence, treeOf(book, leaves).root, NO_HASH],
    ],
  ),
  "cancel-wind-down": act(
    "cancel-wind-down",
    "CancelWindDown(uint64 nonce,uint64 counterpartChainId)",
    (_, __, { nonce, counterpart }) => [nonce, chainNumber(counterpart)],
  ),
};
