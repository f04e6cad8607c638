import { setTimeout as delay } from "node:timers/promises";
import { PARTNERS } from "../../src/zone/plan.ts";
import { claimWhatWaits } from "../people/claim.ts";
import type { Fault } from "./fault.ts";

const DOWN = 8_000;
/** Long enough that people would not wait. */
const NO_RELAYERS = 24_000;
const CLAIM_PAUSE = 3_000;

/** SIGKILL to one node, or to two while all five are there; a start later they go on where they were. */
export const nodesKilled: Fault = {
  name: "nodes killed",
  async happen({ stage }, random) {
    const { running } = stage;
    const { retired } = stage.memory;
    const alive = PARTNERS.map(({ slug }) => slug).filter((slug) => slug !== retired);
    const first = random.pick(alive);
    const second =
      retired === undefined ? random.pick(alive.filter((s) => s !== first)) : undefined;
    const victims = [first, second].filter((slug) => slug !== undefined);
    const nodes = victims.map((slug) => running.node(slug));
    await Promise.all(nodes.map((node) => node.kill()));
    await delay(DOWN);
    await Promise.all(nodes.map((node) => node.start()));
    return true;
  },
};

/** No relayer gets a transaction out. Validators still sign, so people claim what is theirs by themselves. */
export const relayersStopped: Fault = {
  name: "every relayer stopped",
  async happen(crew) {
    const { running, chains } = crew.stage;
    const endpoints = PARTNERS.flatMap(({ slug }) =>
      chains.map((chain) => running.endpoint(slug, chain.slug)),
    );
    const methods = ["eth_sendRawTransaction"];
    for (const endpoint of endpoints) endpoint.setFault({ kind: "mute", methods });
    try {
      for (const until = Date.now() + NO_RELAYERS; Date.now() < until; ) {
        await delay(CLAIM_PAUSE);
        await claimWhatWaits(crew);
      }
    } finally {
      for (const endpoint of endpoints) endpoint.setFault(undefined);
    }
    return true;
  },
};

/** One partner sees one chain badly. */
export const endpointStalled: Fault = {
  name: "a node's endpoint stalled",
  async happen({ stage }, random) {
    const partner = random.pick(PARTNERS)?.slug ?? "";
    const chain = random.pick(stage.chains)?.slug ?? "";
    const endpoint = stage.running.endpoint(partner, chain);
    endpoint.setFault({ kind: "stall" });
    await delay(DOWN);
    endpoint.setFault(undefined);
    return true;
  },
};
