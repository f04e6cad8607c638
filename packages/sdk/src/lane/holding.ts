import { AbiCoder, keccak256 } from "ethers";
import {
  type Address,
  type AssetStandard,
  type Bytes32,
  type ChainId,
  chainNumber,
  type Hex,
} from "../primitives/index.ts";
import { gatewayDomain } from "./domain.ts";
import type { GatewayReference } from "./ids.ts";
import { STANDARDS } from "./message.ts";
import {
  type StructTypes,
  signAsIs,
  structFields,
  type TypedDataSigner,
  typedDigest,
} from "./typed-data.ts";

/** One holder's asset on a chain that died, as a wind-down lists it. */
export interface Holding {
  /** The chain that died. */
  chain: ChainId;
  standard: AssetStandard;
  /** The home token. */
  token: Address;
  /** 0 for ERC-20. */
  id: bigint;
  /** 1 for ERC-721. */
  amount: bigint;
  holder: Address;
}

/** Where a holder wants a holding to go. */
export interface HoldingClaim {
  leaf: Bytes32;
  recipient: Address;
  /** The last unix second at which it may be submitted. */
  expiry: number;
}

/** The EIP-712 types of a {@link HoldingClaim}. */
export const HOLDING_CLAIM_TYPES: StructTypes = {
  Claim: structFields("bytes32 leaf,address recipient,uint40 expiry"),
};

/** The holding's leaf in the wind-down's Merkle tree. */
export function holdingLeaf({ chain, standard, token, id, amount, holder }: Holding): Bytes32 {
  const encoded = AbiCoder.defaultAbiCoder().encode(
    ["uint64", "uint8", "address", "uint256", "uint256", "address"],
    [chainNumber(chain), STANDARDS[standard], token, id, amount, holder],
  );
  return keccak256(keccak256(encoded)) as Bytes32;
}

/** The EIP-712 digest that a holder signs. */
export function holdingClaimDigest(
  zoneId: Bytes32,
  on: GatewayReference,
  claim: HoldingClaim,
): Bytes32 {
  return typedDigest(gatewayDomain(zoneId, on), HOLDING_CLAIM_TYPES, claim);
}

/** Signs where a holding goes, for somebody else to submit. The signature is as the wallet gives it. */
export function signHoldingClaim(
  signer: TypedDataSigner,
  zoneId: Bytes32,
  on: GatewayReference,
  claim: HoldingClaim,
): Promise<Hex> {
  return signAsIs(signer, gatewayDomain(zoneId, on), HOLDING_CLAIM_TYPES, claim);
}
