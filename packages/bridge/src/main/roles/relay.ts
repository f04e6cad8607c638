import { rpcSubmitter } from "../../chain/submitter.ts";
import { createRelayer } from "../../relayer/relayer.ts";
import type { SharedParts } from "../parts.ts";
import type { Task } from "../task.ts";

/** One relayer for each chain, where this node has an account that pays. */
export function relayTasks(parts: SharedParts): Task[] {
  const { relayer, chains, store, exchange, clock, report, config } = parts;
  if (relayer === undefined) return [];
  const { tuning } = config;
  return chains.map(({ reader, pool }) => {
    const submitter = rpcSubmitter({ chain: reader.chain, ...relayer, pool, clock });
    const role = createRelayer({
      reader,
      submitter,
      store,
      exchange,
      clock,
      report,
      validatorSet: parts.zone.validatorSet,
      self: parts.signer.validator,
      tuning: {
        batchGas: tuning.batchGas,
        batchAge: tuning.batchAgeMs,
        takeoverDelay: tuning.takeoverDelayMs,
        bumpAfter: tuning.bumpAfterMs,
      },
    });
    return {
      name: `relay ${reader.chain}`,
      tick: role.tick,
      interval: tuning.pollIntervalMs,
      wakeOn: ["facts", "attestations"],
    };
  });
}
