import { concat, keccak256, TypedDataEncoder, toBeHex, toUtf8Bytes } from "ethers";
import type { Gateway, Hashing } from "../message/hashing.ts";
import type {
  CarriedAsset,
  CarriedMetadata,
  CollectionMessage,
  Message,
  ReturnMessage,
  TransferMessage,
} from "../message/message.ts";
import type { Address, AssetClass, ChainId, Hash, Standard } from "../words.ts";

/** The protocol's bytes, written from docs/reference/protocol.md alone: a third reading, beside the contracts' and the SDK's. */

export type Bytes = string;

export const STANDARDS: Readonly<Record<Standard, number>> = { erc721: 1, erc1155: 2, erc20: 3 };
export const CLASSES: Readonly<Record<AssetClass | "none", number>> = {
  ...{ none: 0, nft: 1, payment: 2, crypto: 3, prepaid: 4, security: 5 },
};
const KINDS = { transfer: 1, forward: 2, return: 3, collection: 4 } as const;
const FORMS = {
  ...{ none: 0, constant: 1, decimal: 2, hex: 3, cidV0: 4, cidV1Raw: 5, cidV1DagPb: 6, exact: 255 },
} as const;
const VERSION = 1;

/** The number in a CAIP-2 chain id. */
export const chainNumber = (chain: ChainId): number => Number(chain.slice("eip155:".length));

const number = (value: number | bigint, bytes: number): Bytes => toBeHex(value, bytes);
const chainBytes = (chain: ChainId): Bytes => number(chainNumber(chain), 8);
const text = (value: string, lengthBytes: number): Bytes => {
  const bytes = toUtf8Bytes(value);
  return concat([number(bytes.length, lengthBytes), bytes]);
};

/** A message's bytes. Accounts are named as they are on the chains. */
export function encodeMessage(message: Message, real: (account: Address) => Address): Bytes {
  const head = [number(VERSION, 1), number(KINDS[message.kind], 1)];
  head.push(number(STANDARDS[message.standard], 1));
  if (message.kind === "collection") return concat([...head, collectionRest(message)]);
  head.push(number(message.assets.length, 1));
  const rest = message.kind === "return" ? returnRest(message, real) : transferRest(message, real);
  const assets = message.assets.map((asset) => encodeAsset(message.standard, asset));
  return concat([...head, rest, ...assets]);
}

function transferRest(message: TransferMessage, real: (account: Address) => Address): Bytes {
  return concat([
    number(message.deadline, 5),
    chainBytes(message.homeChain),
    message.homeToken,
    chainBytes(message.sourceChain),
    real(message.sender),
    real(message.refundAccount),
    chainBytes(message.destinationChain),
    real(message.recipient),
    number((message.reference.length - 2) / 2, 1),
    message.reference,
  ]);
}

function returnRest(message: ReturnMessage, real: (account: Address) => Address): Bytes {
  return concat([
    number(1, 1),
    chainBytes(message.homeChain),
    message.homeToken,
    chainBytes(message.refundChain),
    real(message.refundAccount),
    message.returnedId,
  ]);
}

function collectionRest(message: CollectionMessage): Bytes {
  const refreshes = message.refreshes.map(({ id, metadata }) =>
    concat([number(id, 32), encodeMetadata(metadata)]),
  );
  return concat([
    number(CLASSES[message.class], 1),
    chainBytes(message.homeChain),
    message.homeToken,
    number(message.record, 2),
    message.royaltyReceiver,
    number(message.royaltyBps, 2),
    number(message.decimals, 1),
    ...[text(message.name, 1), text(message.symbol, 1)],
    ...[text(message.prefix, 2), text(message.suffix, 2), text(message.contractUri, 2)],
    number(refreshes.length, 1),
    ...refreshes,
  ]);
}

function encodeAsset(standard: Standard, { id, amount, metadata }: CarriedAsset): Bytes {
  if (standard === "erc20") return number(amount, 16);
  const units = standard === "erc1155" ? [number(amount, 16)] : [];
  return concat([number(id, 32), ...units, encodeMetadata(metadata)]);
}

function encodeMetadata(metadata: CarriedMetadata): Bytes {
  const form = number(FORMS[metadata.form], 1);
  if (metadata.form === "none") return form;
  const ref = concat([form, number(metadata.record, 2)]);
  if (metadata.form === "exact") return concat([ref, text(metadata.uri, 2)]);
  return "digest" in metadata ? concat([ref, metadata.digest]) : ref;
}

/** A struct's hash, from its EIP-712 type: "Zone(string name)". */
export function structHash(type: string, values: readonly unknown[]): Hash {
  const { name, fields } = structOf(type);
  const given = Object.fromEntries(fields.map((field, at) => [field.name, values[at]]));
  return TypedDataEncoder.hashStruct(name, { [name]: fields }, given);
}

/** A struct's name and fields, from its EIP-712 type. */
export function structOf(type: string) {
  const open = type.indexOf("(");
  const fields = type
    .slice(open + 1, -1)
    .split(",")
    .map((field) => {
      const [kind, name] = field.split(" ");
      if (kind === undefined || name === undefined) throw new RangeError(`No type: ${type}`);
      return { name, type: kind };
    });
  return { name: type.slice(0, open), fields };
}

const LANE =
  "Lane(bytes32 zoneId,uint64 originChainId,address originGateway,uint64 destinationChainId,address destinationGateway)";

/** The protocol's own hashes, for a model whose accounts stand for real ones. */
export function protocolHashing(zoneId: Hash, real: (account: Address) => Address): Hashing {
  const end = ({ chain, gateway }: Gateway) => [chainNumber(chain), real(gateway)];
  // A message is hashed whenever it is delivered, and messages never change.
  const hashes = new WeakMap<Message, Hash>();
  const hashMessage = (message: Message): Hash => {
    const hash = hashes.get(message) ?? keccak256(encodeMessage(message, real));
    hashes.set(message, hash);
    return hash;
  };
  return {
    laneId: (origin, destination) =>
      structHash(LANE, [zoneId, ...end(origin), ...end(destination)]),
    hashMessage,
    link: (head, messageHash) => keccak256(concat([head, messageHash])),
  };
}
