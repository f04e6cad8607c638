import type { Provider, Signer, TypedDataDomain, TypedDataField } from "ethers";
import type { Address, Hex } from "../primitives/index.ts";

/** EIP-712 types by name, without `EIP712Domain`. */
export type TypedDataTypes = Record<string, TypedDataField[]>;

/** An account that signs: a key held here, or a person's own wallet in the browser. */
export interface Wallet {
  readonly address: Address;
  /**
   * Signs typed data (EIP-712).
   *
   * @returns 65 bytes: r, s, v
   */
  signTypedData(
    domain: TypedDataDomain,
    types: TypedDataTypes,
    message: Record<string, unknown>,
  ): Promise<Hex>;
  /**
   * Signs a text as a person reads it (EIP-191, `personal_sign`).
   *
   * @returns 65 bytes: r, s, v
   */
  signMessage(message: string): Promise<Hex>;
  /** The account as an ethers signer that sends transactions through the given provider. */
  connect(provider: Provider): Signer;
}
