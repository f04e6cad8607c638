import type { Action, Address, Asset, Chain, ChainId, Model } from "@ryugu/contracts/model";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import type { SimChain } from "../chains/sim-chain.ts";
import { PEOPLE, SETTINGS } from "../chains/stage.ts";
import type { SimNode } from "../nodes/sim-node.ts";
import { between, type Random } from "../world/chance.ts";
import type { KnownSignatures } from "../world/signatures.ts";
import { claimsFor, publishedQuorum, waitingOn } from "./claims.ts";

/** What people do on a chain, as actions of the model. */
export interface People {
  /** Somebody who does not wait for relayers gets one message out. */
  claim(chain: SimChain): Promise<void>;
  /** Somebody sends something that they have there. */
  send(chain: SimChain): void;
  /** Somebody tries everything again that is parked there. */
  retry(chain: SimChain): void;
}

/** People who hold things and send them about. */
export function createPeople(
  model: Model,
  random: Random,
  given: { nodes: readonly SimNode[]; signatures: KnownSignatures },
): People {
  const { nodes, signatures } = given;
  return {
    async claim(chain) {
      const there = model.zone.chains.get(chain.nature.id);
      const lane = random.pick([...(there?.incoming.values() ?? [])]);
      const node = random.pick(nodes);
      if (lane === undefined || node === undefined) return;
      const quorum = await publishedQuorum([node], lane.id as Bytes32);
      const waiting = waitingOn(model, lane.origin, chain.nature.id);
      const flight = random.pick(waiting);
      if (quorum === undefined || flight === undefined) return;
      for (const action of claimsFor(flight, waiting, quorum, signatures))
        chain.call("a person", () => action);
    },
    send(chain) {
      const hurry = random.chance(0.15) ? between(random, SETTINGS.minDeadline, 30) : 0;
      let chosen: Sending | undefined;
      chain.call("a person", (now) => {
        const here = model.zone.chains.get(chain.nature.id);
        if (here === undefined) return undefined;
        // In another fork the same person asks for the same again.
        chosen ??= chooseSending(here, model, random);
        return chosen && sendAction(here, chosen, hurry === 0 ? 0 : now + hurry);
      });
    },
    retry(chain) {
      const parked = model.zone.chains.get(chain.nature.id)?.parked.keys() ?? [];
      for (const id of parked)
        chain.call("a person", () => ({ on: chain.nature.id, type: "retry", id }));
    },
  };
}

interface Sending {
  sender: Address;
  collection: { homeChain: ChainId; homeToken: Address };
  assets: Asset[];
  destination: ChainId;
  recipient: Address;
}

function chooseSending(here: Chain, model: Model, random: Random): Sending | undefined {
  const holdings = [...here.holdings].flatMap(([asset, holders]) =>
    [...holders].map(([holder, amount]) => ({ asset, holder, amount })),
  );
  const held = random.pick(holdings.filter(({ holder }) => PEOPLE.includes(holder as Address)));
  const others = [...model.zone.chains.keys()].filter((id) => id !== here.id);
  const [destination, recipient] = [random.pick(others), random.pick(PEOPLE)];
  if (held === undefined || destination === undefined || recipient === undefined) return undefined;
  const [homeChain, homeToken, id] = held.asset.split("/") as [ChainId, Address, string];
  const amount = BigInt(between(random, 1, Number(held.amount)));
  return {
    sender: held.holder as Address,
    collection: { homeChain, homeToken },
    assets: [{ id: BigInt(id), amount }],
    destination,
    recipient,
  };
}

function sendAction(here: Chain, sending: Sending, deadline: number): Action {
  const { sender, collection, destination } = sending;
  const next = collection.homeChain === here.id ? destination : collection.homeChain;
  const request = { ...sending, refundAccount: sender, deadline, reference: "0x" as const };
  const paid = here.outgoing.get(next)?.terms.fee ?? 0n;
  return { on: here.id, type: "send", requests: [request], paid };
}
