import type { JsonRpcApiProvider } from "ethers";
import type { Address, ChainId } from "../primitives/index.ts";

/** Where a contract is, and how its chain is asked. The caller owns and closes the provider. */
export interface ContractLocation {
  readonly chain: ChainId;
  readonly address: Address;
  readonly provider: JsonRpcApiProvider;
}
