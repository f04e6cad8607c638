import { type ChainLogs, type FactLog, factLogOf, factsOfLogs } from "@ryugu/sdk/market";
import type { ChainFacts } from "@ryugu/sdk/payout/statement";
import { type Address, type ChainId, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import type { ArrivalLog } from "../domain/gateway-log.ts";
import type { KeptLog } from "../domain/kept-log.ts";
import type { LogPosition } from "../domain/position.ts";
import type { StatementChain, StatementLogs, StatementRoyalty } from "../ports/statement-logs.ts";

/** Follows the money through the index as the SDK follows it through the chains: by the very same reading of the very same logs. */
export function factsFrom({ chains, royalties }: StatementLogs): Promise<ChainFacts> {
  return factsOfLogs(
    chains.map((chain) => chainLogsOf(chain, royalties)),
    {
      currencyOn: async (id, homeChain, homeToken) => {
        const known = chains.find(({ chain }) => chain === id)?.currencies ?? [];
        const found = known.find(
          (one) => one.homeChain === homeChain && one.homeToken === homeToken,
        );
        return found?.address ?? ZERO_ADDRESS;
      },
      transfers: async (id) => landedOn(id, royalties),
    },
  );
}

function chainLogsOf(
  { chain, from, through, splits, routers, logs }: StatementChain,
  royalties: readonly StatementRoyalty[],
): ChainLogs {
  const sent = royalties.filter(({ originChain }) => originChain === chain).map(sentLog);
  const here = royalties.filter(({ destinationChain }) => destinationChain === chain);
  const arrived = here.flatMap(({ arrivals, destinationGateway }) =>
    arrivals.flatMap((log) => arrivalLog(log, destinationGateway)),
  );
  const places = [
    ...logs.map(({ at }) => at),
    ...royalties
      .filter(({ originChain }) => originChain === chain)
      .map(({ message }) => message.at),
    ...here.flatMap(({ arrivals }) => arrivals.map(({ at }) => at)),
  ];
  return {
    covered: {
      ...{ id: chain, fromBlock: from, toBlock: through.number },
      ...{ toHash: through.hash, toTime: through.time },
    },
    splits: new Set(splits),
    routers,
    logs: inOrder([...logs.flatMap(keptLog), ...sent, ...arrived]),
    blocks: new Map(places.map(({ block, blockHash: hash, time }) => [block, { hash, time }])),
  };
}

const placeOf = ({ block, transaction, logIndex }: LogPosition) => ({
  block,
  transaction,
  logIndex,
});

const keptLog = ({ address, topics, data, at }: KeptLog): FactLog[] =>
  [factLogOf({ address, topics, data, ...placeOf(at) })].filter((log) => log !== undefined);

/** Each log once, in the chain's order: one delivery brings several messages. */
const inOrder = (logs: readonly FactLog[]): FactLog[] =>
  [...new Map(logs.map((log) => [`${log.block}/${log.logIndex}`, log])).values()].sort(
    (a, b) => a.block - b.block || a.logIndex - b.logIndex,
  );

/** What the observer has read of a lane, as its gateways said it. */
function sentLog({ message, originGateway }: StatementRoyalty): FactLog {
  const { laneId, sequence, messageId, body, at } = message;
  const args = { laneId, sequence: BigInt(sequence), messageId, message: body };
  return { address: originGateway, name: "MessageSent", args, ...placeOf(at) };
}

function arrivalLog(log: ArrivalLog, address: Address): FactLog[] {
  const said = (name: string, args: object) => [{ address, name, args, ...placeOf(log.at) }];
  const { laneId } = log;
  switch (log.type) {
    case "delivered":
      return said("MessagesDelivered", { laneId, first: log.first, last: log.last });
    case "claimed":
      return said("MessageClaimed", { laneId, messageId: log.messageId });
    case "parked":
      return said("MessageParked", { laneId, messageId: log.messageId });
    case "retried":
      return log.recipient === undefined
        ? said("MessageRetried", { laneId, messageId: log.messageId })
        : said("MessageRedirected", {
            laneId,
            messageId: log.messageId,
            recipient: log.recipient,
          });
    case "returned":
      return said("MessageReturned", { laneId, messageId: log.messageId });
    case "reanchored":
      return [];
  }
}

function landedOn(id: ChainId, royalties: readonly StatementRoyalty[]): FactLog[] {
  const here = royalties.filter(({ destinationChain }) => destinationChain === id);
  return inOrder(here.flatMap(({ landed = [] }) => landed.flatMap(keptLog)));
}
