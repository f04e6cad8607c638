import { Contract, type ContractRunner } from "ethers";
import {
  type CollectionMessage,
  decodeMessage,
  type Message,
  STANDARDS,
  type TransferMessage,
} from "../lane/index.ts";
import { chainNumber, hexToBytes, isSameAddress } from "../primitives/index.ts";
import type { ArchivedMessage, MessageArchive } from "./archive.ts";
import { messagesTo } from "./evidence.ts";
import { REPRESENTATION_ABI } from "./gateway-abi.ts";
import { isConsumed, type Waiting } from "./waiting.ts";

/** How many messages are looked at together, backwards. */
const PAGE = 256;

/** What a destination has not got of a collection. */
interface Lacking {
  /** There is no representation yet: any Collection message makes it. */
  collection: boolean;
  /** Metadata records that the assets refer to and nobody has defined. */
  records: Set<number>;
}

/**
 * The Collection messages that must be carried out before a message, because its destination does not know the collection or a
 * metadata record of its assets. Without the first it would be refused, without the second its tokens had no URI for now. In
 * the lane's order; none where the destination knows all, or the message goes home.
 */
export async function collectionsBefore(
  archive: MessageArchive,
  { found, lane, gateway }: Waiting,
): Promise<ArchivedMessage[]> {
  const message = decodeMessage(hexToBytes(found.message));
  if (message.kind !== "transfer" || message.homeChain !== lane.origin.chain) return [];
  const lacking = await whatLacks(gateway, message);
  const { delivered } = await gateway.getFunction("inboundLane")(found.laneId);
  const needed: ArchivedMessage[] = [];
  const first = Number(delivered) + 1;
  for (let to = found.sequence - 1; to >= first && lacks(lacking); to -= PAGE) {
    const page = await messagesTo(archive, found.laneId, Math.max(first, to - PAGE + 1), to);
    for (const each of page.toReversed()) {
      const told = decodeMessage(hexToBytes(each.message));
      if (!lacks(lacking) || !isAbout(told, message) || !helps(told, lacking)) continue;
      lacking.collection = false;
      lacking.records.delete(told.record);
      if (!(await isConsumed(gateway, each))) needed.unshift(each);
    }
  }
  return needed;
}

async function whatLacks(gateway: Contract, message: TransferMessage): Promise<Lacking> {
  const { homeChain, homeToken, standard, assets } = message;
  const representation: string = await gateway.getFunction("representationOf")(
    chainNumber(homeChain),
    homeToken,
    STANDARDS[standard],
  );
  const runner = gateway.runner;
  const code = (await runner?.provider?.getCode(representation)) ?? "0x";
  const wanted = new Set(
    assets.flatMap(({ metadata }) => (metadata.form === "none" ? [] : [metadata.record])),
  );
  // Record 0 is built in, and money has none.
  wanted.delete(0);
  if (standard === "erc20") wanted.clear();
  if (code === "0x") return { collection: true, records: wanted };
  const records = new Set<number>();
  for (const number of wanted) {
    if (await isUndefined(representation, number, runner)) records.add(number);
  }
  return { collection: false, records };
}

/** A record that says nothing may have been defined so; then no message is found that would define it, or it was consumed. */
async function isUndefined(
  representation: string,
  record: number,
  runner: ContractRunner | null,
): Promise<boolean> {
  const contract = new Contract(representation, REPRESENTATION_ABI, runner);
  const { prefix, suffix, royaltyBps } = await contract.getFunction("metadataRecord")(record);
  return prefix === "" && suffix === "" && royaltyBps === 0n;
}

const lacks = ({ collection, records }: Lacking) => collection || records.size > 0;

function isAbout(
  told: Message,
  { homeToken, standard }: TransferMessage,
): told is CollectionMessage {
  return (
    told.kind === "collection" &&
    told.standard === standard &&
    isSameAddress(told.homeToken, homeToken)
  );
}

function helps({ record }: CollectionMessage, { collection, records }: Lacking): boolean {
  return collection || records.has(record);
}
