import { concat, encodeBase58 } from "ethers";
import { type Address, type Bytes32, hexToBytes, ZERO_ADDRESS } from "../primitives/index.ts";
import type { CarriedMetadata } from "./message.ts";

/** What tokens of a collection share: the fixed parts of their URIs, and the royalty. */
export interface MetadataRecord {
  prefix: Uint8Array;
  suffix: Uint8Array;
  royaltyReceiver: Address;
  royaltyBps: number;
}

/** The built-in record: `ipfs://` and a content id, no royalty. */
export const RECORD_ZERO: MetadataRecord = {
  prefix: new TextEncoder().encode("ipfs://"),
  suffix: new Uint8Array(),
  royaltyReceiver: ZERO_ADDRESS,
  royaltyBps: 0,
};

/** A token's URI, byte for byte as at home; empty where none was carried. */
export function metadataUri(
  metadata: CarriedMetadata,
  record: MetadataRecord,
  id: bigint,
): Uint8Array {
  if (metadata.form === "none") return new Uint8Array();
  if (metadata.form === "exact") return metadata.uri;
  const middle = new TextEncoder().encode(variablePart(metadata, id));
  return hexToBytes(concat([record.prefix, middle, record.suffix]));
}

function variablePart(
  metadata: Exclude<CarriedMetadata, { form: "none" | "exact" }>,
  id: bigint,
): string {
  switch (metadata.form) {
    case "constant":
      return "";
    case "decimal":
      return id.toString();
    case "hex":
      return id.toString(16).padStart(64, "0");
    case "cidV0":
      return encodeBase58(concat(["0x1220", metadata.digest]));
    case "cidV1Raw":
      return cidV1("0x01551220", metadata.digest);
    case "cidV1DagPb":
      return cidV1("0x01701220", metadata.digest);
  }
}

const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

/** A CIDv1 in multibase `b`: RFC 4648 base32, lower case, no padding. */
function cidV1(head: string, digest: Bytes32): string {
  const bytes = hexToBytes(concat([head, digest]));
  let out = "b";
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) out += BASE32[(buffer >> (bits - 5)) & 31];
  }
  return bits > 0 ? out + BASE32[(buffer << (5 - bits)) & 31] : out;
}
