import { operatorOf } from "../domain/independence.ts";
import { ConfigError } from "./errors.ts";
import type { NodeConfig } from "./schema.ts";

/**
 * Checks that as many independent endpoints are configured for each chain as must agree. Two addresses at one host
 * are one witness, whatever they say.
 *
 * @throws ConfigError
 */
export function assertEndpoints(chains: NodeConfig["chains"]): void {
  for (const { id, rpcUrls, agreement } of chains) {
    if (new Set(rpcUrls).size < rpcUrls.length) {
      throw new ConfigError("The configuration names an RPC endpoint twice.", {
        details: [`Chain: ${id}`],
      });
    }
    const operators = new Set(rpcUrls.map(operatorOf));
    if (agreement <= operators.size) continue;
    throw new ConfigError("More RPC endpoints must agree than are independent.", {
      details: [
        `Chain: ${id}`,
        `Agreement: ${agreement} of ${operators.size}`,
        `Hosts: ${[...operators].join(", ")}`,
      ],
    });
  }
}
