import type { Bytes32 } from "@ryugu/sdk/primitives";
import type { Clock } from "../ports/clock.ts";
import type { CouncilSubmitter } from "../ports/council-gateway.ts";
import type { Call, Submitter } from "../ports/submitter.ts";
import { EndpointRefusedError, SubmissionPendingError } from "./errors.ts";

/** How long a transaction may take to be in a block, in milliseconds, and how often that is looked at. */
const PATIENCE = 90_000;
const LOOK = 500;

/**
 * Sends one call after the other, each waited for. The node may use the same account meanwhile: a nonce that it
 * took is given up for the next one. Whatever is sent may be sent again, since gateways take it once.
 */
export function councilSubmitter(submitter: Submitter, clock: Clock): CouncilSubmitter {
  /** @returns the transaction's hash; undefined when the nonce went to another one */
  const attempt = async (call: Call, until: number): Promise<Bytes32 | undefined> => {
    const gas = await submitter.estimate(call);
    const [nonce, maxFee] = [await submitter.nextNonce(), await submitter.marketFee()];
    const { hash, raw } = await submitter.sign({ ...call, nonce, gas, maxFee });
    try {
      await submitter.broadcast(raw);
    } catch (error) {
      if (!(error instanceof EndpointRefusedError)) throw error;
    }
    while (clock.now() < until) {
      const used = (await submitter.nextNonce()) > nonce;
      if ((await submitter.inclusion(hash)) !== undefined) return hash;
      if (used) return undefined;
      await clock.sleep(LOOK);
    }
    throw new SubmissionPendingError("A transaction was sent and is in no block yet.", {
      details: [`Chain: ${submitter.chain}`, `Transaction: ${hash}`],
    });
  };

  return {
    account: submitter.account,
    estimate: submitter.estimate,
    async send(call) {
      const until = clock.now() + PATIENCE;
      for (;;) {
        const hash = await attempt(call, until);
        if (hash !== undefined) return hash;
      }
    },
  };
}
