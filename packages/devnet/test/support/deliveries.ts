import { gatewayAbi } from "@ryugu/contracts";
import { zoneChain, zoneLane } from "@ryugu/sdk/zone";
import { Contract, Interface } from "ethers";
import type { Traveller } from "./traveller.ts";

const GATEWAY = new Interface(gatewayAbi);
const TRANSFER = new Interface([
  "event Transfer(address indexed, address indexed, uint256 indexed)",
]);

/** The ranges of messages that a destination's events say it has consumed, in order. */
export async function deliveredRanges(
  traveller: Traveller,
  direction: "away" | "home",
): Promise<[number, number][]> {
  const { zone, home, away } = traveller.access;
  const [from, to] =
    direction === "away" ? [traveller.home, traveller.away] : [traveller.away, traveller.home];
  const logs = await (direction === "away" ? away : home).getLogs({
    address: zoneChain(zone, to).gateway,
    topics: GATEWAY.encodeFilterTopics("MessagesDelivered", [zoneLane(zone, from, to).id]),
    fromBlock: 0,
  });
  return logs
    .map((log) => GATEWAY.parseLog(log))
    .flatMap((event) =>
      event === null ? [] : [[Number(event.args.first), Number(event.args.last)]],
    );
}

/** Whether ranges follow on one another without a gap and without anything twice. */
export function isGapless(ranges: readonly [number, number][]): boolean {
  return ranges.every(
    ([first, last], i) => first === (ranges[i - 1]?.[1] ?? 0) + 1 && last >= first,
  );
}

/** How often a representation was minted, by its events. */
export async function mintsOf(traveller: Traveller, id: bigint): Promise<number> {
  const zero = `0x${"00".repeat(20)}`;
  const logs = await traveller.access.away.getLogs({
    address: traveller.representation,
    topics: TRANSFER.encodeFilterTopics("Transfer", [zero, null, id]),
    fromBlock: 0,
  });
  return logs.length;
}

/** Up to which sequence a lane's messages were consumed at its destination. */
export async function deliveredUpTo(
  traveller: Traveller,
  direction: "away" | "home",
): Promise<number> {
  const { zone, home, away } = traveller.access;
  const [from, to] =
    direction === "away" ? [traveller.home, traveller.away] : [traveller.away, traveller.home];
  const gateway = new Contract(
    zoneChain(zone, to).gateway,
    gatewayAbi,
    direction === "away" ? away : home,
  );
  const lane = await gateway.getFunction("inboundLane")(zoneLane(zone, from, to).id);
  return Number(lane.delivered);
}
