import { decodeMessage, type Message } from "@ryugu/sdk/lane";
import { chainId, isSameAddress } from "@ryugu/sdk/primitives";
import { type Zone, zoneChain, zoneLane } from "@ryugu/sdk/zone";
import { AbiCoder, Contract, type JsonRpcProvider, toBeHex, ZeroAddress } from "ethers";
import type { TokenRef } from "../../sim/protocol/references.ts";

/** keccak256("MessageSent(bytes32,uint64,bytes32,bytes)"). */
const MESSAGE_SENT = "0x003694b5cacbe6a1ed0b2f3f16f4bb4e6a6eaec29d06ecb615a427ef0c12473b";
const GATEWAY = [
  "function homeOf(address) view returns (uint64 homeChainId, address homeToken, uint8 standard)",
];

interface RawLog {
  topics: string[];
  data: string;
}

/** What is looked for: this account's newest message that carries this token to that chain. */
interface Lost {
  token: TokenRef;
  to: string;
  account: string;
}

/**
 * Finds the message that took a token away, after a page was closed between sending and hearing of it.
 *
 * @throws what the chain's provider throws
 */
export async function findMessage(
  zone: Zone,
  provider: JsonRpcProvider,
  { token, to, account }: Lost,
): Promise<string | undefined> {
  const chain = zoneChain(zone, chainId(token.chain));
  const lane = zoneLane(zone, chain.id, chainId(to));
  const gateway = new Contract(chain.gateway, GATEWAY, provider);
  const { homeToken } = await gateway.getFunction("homeOf")(token.contract);
  const home = homeToken === ZeroAddress ? token.contract : String(homeToken);
  const logs = (await provider.send("eth_getLogs", [
    {
      address: chain.gateway,
      topics: [MESSAGE_SENT, lane.id],
      fromBlock: toBeHex(chain.startBlock),
      toBlock: "latest",
    },
  ])) as RawLog[];
  // The newest one counts: a token may have crossed before.
  const found = logs.findLast(({ data }) => {
    const [bytes] = AbiCoder.defaultAbiCoder().decode(["bytes"], data);
    return carries(decodeMessage(bytes), { home, id: token.id, account });
  });
  return found?.topics[3];
}

function carries(
  message: Message,
  { home, id, account }: { home: string; id: string; account: string },
): boolean {
  if (message.kind === "collection" || message.kind === "return") return false;
  return (
    isSameAddress(message.sender, account) &&
    isSameAddress(message.homeToken, home) &&
    message.assets.some((asset) => asset.id.toString() === id)
  );
}
