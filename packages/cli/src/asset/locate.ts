import {
  type Address,
  type AssetReference,
  address,
  chainId,
  chainNumber,
  formatAssetId,
  isSameAddress,
  ZERO_ADDRESS,
} from "@ryugu/sdk/primitives";
import { type Zone, zoneChain } from "@ryugu/sdk/zone";
import { ERC721_ABI, GATEWAY_ABI } from "../chain/abi.ts";
import type { Chains } from "../chain/chains.ts";
import { type Read, readContract } from "../chain/read-contract.ts";
import { TokenNotFoundError } from "../errors.ts";

/** The code of ERC-721 in the lane protocol. */
const ERC721 = 1;

/** A token at one address, and who has it there; nobody where it does not exist at the moment. */
export interface Holding {
  asset: AssetReference;
  owner?: Address;
}

/** Where a token is. */
export interface TokenPlace {
  /** The token where it was born; its owner may be a vault. */
  home: Holding;
  /** Absent while the token is at home. */
  away?: {
    /** The vault at home that holds the token for the chain below. */
    vault: Address;
    /** What stands for the token there; without an owner while the token is on its way. */
    representation: Holding;
  };
  collection: { name: string; symbol: string };
  /** Where its metadata is, as the token says where it is now. */
  uri?: string;
}

/**
 * Finds out where a token is, asking the zone's gateways: home or away, behind which vault, who has it.
 *
 * @param asked - the token by its home id or by that of any representation
 * @throws TokenNotFoundError, NotInZoneError, ChainUnavailableError
 */
export async function locateToken(
  zone: Zone,
  chains: Chains,
  asked: AssetReference,
): Promise<TokenPlace> {
  const home = await holding(chains, await homeOf(zone, chains, asked));
  if (home.owner === undefined) {
    throw new TokenNotFoundError("There is no such token.", {
      details: [`Asked for: ${formatAssetId(asked)}`, `At home: ${formatAssetId(home.asset)}`],
    });
  }
  const away = await findAway(zone, chains, home.asset, home.owner);
  const present = away?.representation.owner === undefined ? home.asset : away.representation.asset;
  return { home, ...(away && { away }), ...(await describe(chains, present)) };
}

async function homeOf(zone: Zone, chains: Chains, asked: AssetReference): Promise<AssetReference> {
  const found = (await gateway(zone, chains, asked.chain)("homeOf", asked.contract)) as
    | [homeChainId: bigint, homeToken: string]
    | undefined;
  if (found === undefined || isSameAddress(found[1], ZERO_ADDRESS)) return asked;
  return { ...asked, chain: chainId(found[0]), contract: address(found[1]) };
}

async function findAway(
  zone: Zone,
  chains: Chains,
  home: AssetReference,
  owner: Address,
): Promise<TokenPlace["away"]> {
  const others = zone.manifest.chains.filter(({ id }) => id !== home.chain);
  for (const { id } of others) {
    const vault = await gateway(zone, chains, home.chain)("vaultOf", chainNumber(id));
    if (typeof vault !== "string" || !isSameAddress(vault, owner)) continue;
    const representation = await gateway(zone, chains, id)(
      "representationOf",
      chainNumber(home.chain),
      home.contract,
      ERC721,
    );
    const asset = { ...home, chain: id, contract: address(representation) };
    return { vault: address(vault), representation: await holding(chains, asset) };
  }
  return undefined;
}

async function holding(chains: Chains, asset: AssetReference): Promise<Holding> {
  const owner = await token(chains, asset)("ownerOf", asset.tokenId);
  return { asset, ...(typeof owner === "string" && { owner: address(owner) }) };
}

async function describe(chains: Chains, asset: AssetReference) {
  const read = token(chains, asset);
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const uri = text(await read("tokenURI", asset.tokenId));
  return {
    collection: { name: text(await read("name")), symbol: text(await read("symbol")) },
    ...(uri !== "" && { uri }),
  };
}

function token(chains: Chains, { chain, contract }: AssetReference): Read {
  return readContract(contract, ERC721_ABI, chains.providerOf(chain));
}

function gateway(zone: Zone, chains: Chains, chain: AssetReference["chain"]): Read {
  return readContract(zoneChain(zone, chain).gateway, GATEWAY_ABI, chains.providerOf(chain));
}
