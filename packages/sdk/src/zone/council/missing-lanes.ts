import type { Address, ChainId } from "../../primitives/index.ts";
import type { ProposedAct } from "./acts-file.ts";
import { CouncilActError } from "./errors.ts";

/** A gateway as the council meets it, and the lanes that it is to have. */
export interface GatewayLanes {
  chain: ChainId;
  gateway: Address;
  /** The set of validators that it goes by. */
  epoch: number;
  /** The nonce that its next act must have. */
  nonce: number;
  /** The chains that it has lanes to. */
  counterparts: readonly ChainId[];
  /** The chains that it is to have lanes to. */
  wanted: readonly ChainId[];
}

/**
 * An OpenLane for each lane that a gateway is to have and has not, with nonces that follow one another.
 *
 * @param gateways - every gateway of the zone that is known
 * @param on - the chains whose gateways are to open lanes
 * @throws CouncilActError while one of a lane's two gateways is unknown or has not taken every rotation: the validators
 * of before could still speak for it
 */
export function openMissingLanes(
  gateways: readonly GatewayLanes[],
  on: readonly ChainId[],
): ProposedAct[] {
  const epoch = Math.max(...gateways.map((each) => each.epoch));
  return gateways
    .filter(({ chain }) => on.includes(chain))
    .flatMap((one) => {
      const missing = one.wanted.filter((other) => !one.counterparts.includes(other));
      if (missing.length > 0) assertCurrent(one, epoch);
      return missing.map((chain, i) => {
        const other = gateways.find((each) => each.chain === chain);
        if (other === undefined) throw unknown(one.chain, chain);
        assertCurrent(other, epoch);
        return {
          chain: one.chain,
          nonce: one.nonce + i,
          act: "OpenLane" as const,
          values: {
            epoch: `${epoch}`,
            counterpartChain: chain,
            counterpartGateway: other.gateway,
          },
          signatures: [],
        };
      });
    });
}

function assertCurrent({ chain, epoch }: GatewayLanes, current: number): void {
  if (epoch === current) return;
  throw new CouncilActError(
    "A gateway has not taken every rotation yet, and opens no lane before.",
    {
      details: [
        `Chain: ${chain}, epoch ${epoch} of ${current}`,
        "ryugu zone deploy <zone file> gives it the rotations that it lacks.",
      ],
    },
  );
}

const unknown = (from: ChainId, to: ChainId) =>
  new CouncilActError("A lane would lead to a gateway that nothing is known of here.", {
    details: [`From ${from} to ${to}`, "Name the chain and its endpoints in the configuration."],
  });
