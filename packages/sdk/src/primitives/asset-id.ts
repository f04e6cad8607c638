import { type Address, address } from "./address.ts";
import { type ChainId, chainId } from "./chain-id.ts";
import { InvalidAssetIdError } from "./errors.ts";
import { preview } from "./hex.ts";

/** The token standards that a lane carries. */
export type AssetStandard = "erc721" | "erc1155" | "erc20";

/** What a CAIP-19 asset id names. `tokenId` is absent for `erc20`. */
export interface AssetReference {
  chain: ChainId;
  standard: AssetStandard;
  contract: Address;
  tokenId?: bigint;
}

const CAIP19 =
  /^(eip155:[0-9]{1,20})\/(erc721|erc1155|erc20):(0x[0-9a-fA-F]{40})(?:\/([0-9]{1,78}))?$/;

/**
 * Reads a CAIP-19 asset id: `eip155:1/erc721:0x…/42`.
 *
 * @throws InvalidAssetIdError when it is malformed, or the token id is missing, padded or over 256 bits
 */
export function parseAssetId(value: string): AssetReference {
  const [, chain, standard, contract, token] = CAIP19.exec(value) ?? [];
  const fail = (why: string, cause?: unknown) =>
    new InvalidAssetIdError(why, { details: [`Received: ${preview(value, 160)}`], cause });
  if (chain === undefined || contract === undefined) {
    throw fail("Expected a CAIP-19 asset id such as eip155:1/erc721:0x…/42.");
  }
  if ((standard === "erc20") !== (token === undefined)) {
    throw fail("An erc20 asset id has no token id; erc721 and erc1155 ids need one.");
  }
  if (token !== undefined && (BigInt(token).toString() !== token || BigInt(token) >> 256n)) {
    throw fail("The token id has leading zeros or does not fit 256 bits.");
  }
  try {
    return {
      chain: chainId(chain),
      standard: standard as AssetStandard,
      contract: address(contract),
      ...(token === undefined ? {} : { tokenId: BigInt(token) }),
    };
  } catch (cause) {
    throw fail("The chain or the contract in the asset id is not valid.", cause);
  }
}

/** Writes a CAIP-19 asset id. */
export function formatAssetId(asset: AssetReference): string {
  const base = `${asset.chain}/${asset.standard}:${asset.contract}`;
  return asset.tokenId === undefined ? base : `${base}/${asset.tokenId}`;
}
