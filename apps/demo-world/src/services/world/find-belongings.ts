import { chainId } from "@ryugu/sdk/primitives";
import { type Zone, zoneChain } from "@ryugu/sdk/zone";
import { Contract, type JsonRpcProvider, toBeHex, ZeroAddress, zeroPadValue } from "ethers";
import { type Belonging, type Movement, tokensAfter } from "../../sim/belongings/belonging.ts";
import type { PlatformSlug } from "../../sim/place/place.ts";

/** keccak256("Transfer(address,address,uint256)"). */
const TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
const ERC721_TOPICS = 4;
const GATEWAY = [
  "function homeOf(address) view returns (uint64 homeChainId, address homeToken, uint8 standard)",
];
const ERC721 = ["function ownerOf(uint256) view returns (address)"];

interface RawLog {
  address: string;
  topics: string[];
  blockNumber: string;
  logIndex: string;
}

/**
 * Finds what belongs to an account on one chain, from the chain alone: every ERC-721 token that came and did not go.
 *
 * @throws what the chain's provider throws
 */
export async function findBelongings(
  zone: Zone,
  provider: JsonRpcProvider,
  where: { chain: string; platform: PlatformSlug },
  account: string,
): Promise<Belonging[]> {
  const chain = zoneChain(zone, chainId(where.chain));
  const mine = zeroPadValue(account.toLowerCase(), 32);
  const ask = (topics: (string | null)[]) =>
    provider.send("eth_getLogs", [
      { topics, fromBlock: toBeHex(chain.startBlock), toBlock: "latest" },
    ]) as Promise<RawLog[]>;
  const [came, went] = await Promise.all([ask([TRANSFER, null, mine]), ask([TRANSFER, mine])]);
  const candidates = tokensAfter(toMovements([...came, ...went], mine));
  const gateway = new Contract(chain.gateway, GATEWAY, provider);
  const found = await Promise.all(
    candidates.map(async ({ contract, id }): Promise<Belonging | undefined> => {
      const owner = await ownerOf(provider, contract, id);
      if (owner?.toLowerCase() !== account.toLowerCase()) return undefined;
      const { homeChainId, homeToken } = await gateway.getFunction("homeOf")(contract);
      const home =
        homeToken === ZeroAddress
          ? { chain: where.chain, contract }
          : { chain: `eip155:${homeChainId}`, contract: String(homeToken) };
      return { token: { chain: where.chain, contract, id }, where: where.platform, home };
    }),
  );
  return found.filter((one) => one !== undefined);
}

/** A stranger's contract may log what it likes and answer nothing: then the token is nobody's. */
async function ownerOf(provider: JsonRpcProvider, contract: string, id: string) {
  try {
    return String(await new Contract(contract, ERC721, provider).getFunction("ownerOf")(id));
  } catch (error) {
    if ((error as { code?: unknown }).code === "NETWORK_ERROR") throw error;
    return undefined;
  }
}

/** Both lists in the chain's order. A token that one sends to oneself is in both, and stays. */
function toMovements(logs: readonly RawLog[], mine: string): Movement[] {
  return logs
    .filter(({ topics }) => topics.length === ERC721_TOPICS)
    .sort(
      (a, b) =>
        Number(a.blockNumber) - Number(b.blockNumber) || Number(a.logIndex) - Number(b.logIndex),
    )
    .map(({ address, topics }) => ({
      contract: address,
      id: BigInt(topics[3] ?? "0").toString(),
      toMe: topics[2]?.toLowerCase() === mine.toLowerCase(),
    }));
}
