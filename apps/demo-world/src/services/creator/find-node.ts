import { NodeUnavailableError } from "../errors.ts";
import { askPayouts } from "./ask-node.ts";

/**
 * Finds a node that reads payments: the first of all that answers for every chain, or else the one that reads most of them. All are
 * asked at once: who looks has nothing before them yet.
 *
 * @param chains - where there is money
 * @throws NodeUnavailableError where no node that answers reads payments
 */
export function findPayoutNode(
  nodes: readonly string[],
  chains: readonly string[],
  account: string,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let best = { node: "", reads: 0 };
    const asked = nodes.map(async (node) => {
      const told = await askPayouts(node, account, signal);
      const reads = chains.filter((chain) => told.chains.includes(chain)).length;
      if (reads > best.reads) best = { node, reads };
      if (reads > 0 && reads === chains.length) resolve(node);
    });
    void Promise.allSettled(asked).then(() =>
      best.reads > 0
        ? resolve(best.node)
        : reject(new NodeUnavailableError("No node that answers reads payments.")),
    );
  });
}
