import type { TypedDataDomain } from "ethers";
import type { TypedDataTypes } from "../wallet/index.ts";

/** Who signs typed data: an ethers signer, or a wallet of `@ryugu/sdk/wallet`. */
export interface TypedDataSigner {
  signTypedData(
    domain: TypedDataDomain,
    types: TypedDataTypes,
    message: Record<string, unknown>,
  ): Promise<string>;
}
