import { type Signer, type TypedDataDomain, TypedDataEncoder, type TypedDataField } from "ethers";
import type { Bytes32, Hex } from "../primitives/index.ts";
import { compactSignature } from "./signature.ts";

/** EIP-712 types by name, as ethers takes them. */
export type StructTypes = Record<string, TypedDataField[]>;

/** Whoever signs typed data: an ethers wallet, a KMS, an HSM. */
export type TypedDataSigner = Pick<Signer, "signTypedData">;

/** Reads `uint64 nonce,address token` as ethers wants it, so that types stand here as they stand in the protocol. */
export function structFields(signature: string): TypedDataField[] {
  return signature.split(",").map((field) => {
    const [type = "", name = ""] = field.split(" ");
    return { name, type };
  });
}

export function typedDigest(domain: TypedDataDomain, types: StructTypes, value: object): Bytes32 {
  return TypedDataEncoder.hash(domain, types, value) as Bytes32;
}

/** A validator's signature: 64 bytes (EIP-2098). */
export async function signCompact(
  signer: TypedDataSigner,
  domain: TypedDataDomain,
  types: StructTypes,
  value: object,
): Promise<Hex> {
  return compactSignature(await signer.signTypedData(domain, types, value));
}

/** A person's signature as their wallet gives it: contracts (ERC-1271) have any length. */
export async function signAsIs(
  signer: TypedDataSigner,
  domain: TypedDataDomain,
  types: StructTypes,
  value: object,
): Promise<Hex> {
  return (await signer.signTypedData(domain, types, value)) as Hex;
}
