import { TypedDataEncoder } from "ethers";
import type { Address, ChainId, Hash } from "../words.ts";
import type { Book } from "./book.ts";
import { chainNumber, structHash, structOf } from "./encoding.ts";
import { hashOr, STRUCTS } from "./structs.ts";

/** In the model a signature is a text; here is the EIP-712 digest that each text stands for. */

const CHECKPOINT = "Checkpoint(bytes32 laneId,uint64 anchor,uint64 sequence,bytes32 head)";
const ROTATION =
  "Rotation(bytes32 zoneId,uint64 from,uint64 to,bytes32 setHash,uint16 k,uint64 validFrom)";
export const VALIDATOR_SET = "ValidatorSet(uint64 epoch,uint16 quorum,address[] validators)";

/** The digest of what a model's validator or holder signed. */
export function digestOf(book: Book, text: string): Hash {
  const [name, ...words] = text.split(" ");
  if (name === "Checkpoint") {
    const [lane, anchor, sequence, head] = words;
    return inZone(book, CHECKPOINT, [hashOr(lane), anchor, sequence, hashOr(head)]);
  }
  return name === "Rotation" ? rotationDigest(book, words) : gatewayDigest(book, text);
}

function rotationDigest(book: Book, words: readonly string[]): Hash {
  const [, from, to, validators = "", quorum, validFrom] = words;
  const members = validators.split(",").map((name) => book.people.real(name as Address));
  const setHash = structHash(VALIDATOR_SET, [to, quorum, members]);
  return inZone(book, ROTATION, [book.plan.zoneId, from, to, setHash, quorum, validFrom]);
}

function inZone({ plan }: Book, type: string, values: readonly unknown[]): Hash {
  return digest({ name: "Ryugu", version: "1", salt: plan.zoneId }, type, values);
}

function gatewayDigest(book: Book, text: string): Hash {
  const [, name = "", gateway, on, json = ""] = /^(\S+) at (\S+) on (\S+) (.*)$/s.exec(text) ?? [];
  const known = STRUCTS[name];
  if (known === undefined) throw new RangeError(`No struct for: ${text}`);
  const fields: unknown = JSON.parse(json, (_, value) =>
    typeof value === "string" && /^\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value,
  );
  const domain = {
    ...{ name: "Ryugu", version: "1", chainId: chainNumber(on as ChainId) },
    ...{ verifyingContract: book.people.real(gateway as Address), salt: book.plan.zoneId },
  };
  return digest(domain, known.type, known.values(book, on as ChainId, fields));
}

function digest(domain: object, type: string, values: readonly unknown[]): Hash {
  const { name, fields } = structOf(type);
  const given = Object.fromEntries(fields.map((field, at) => [field.name, values[at]]));
  return TypedDataEncoder.hash(domain, { [name]: fields }, given);
}
