import { rpcSubmitter } from "../../chain/submitter.ts";
import type { Report } from "../../ports/report.ts";
import type { Submitter } from "../../ports/submitter.ts";
import { createRelayer } from "../../relayer/relayer.ts";
import type { SharedParts } from "../parts.ts";
import type { Task } from "../task.ts";

/** One relayer for each chain, where this node has an account that pays. */
export function relayTasks(parts: SharedParts): Task[] {
  const { relayer, chains, store, exchange, clock, report, config } = parts;
  if (relayer === undefined) return [];
  const { tuning } = config;
  return chains.flatMap(({ reader, pool }) => {
    const submitter = rpcSubmitter({ chain: reader.chain, ...relayer, pool, clock });
    const role = createRelayer({
      reader,
      submitter,
      store,
      exchange,
      clock,
      report,
      council: parts.view,
      self: parts.signer.validator,
      tuning: {
        batchGas: tuning.batchGas,
        batchAge: tuning.batchAgeMs,
        takeoverDelay: tuning.takeoverDelayMs,
        bumpAfter: tuning.bumpAfterMs,
      },
    });
    return [
      {
        name: `relay ${reader.chain}`,
        tick: role.tick,
        interval: tuning.pollIntervalMs,
        wakeOn: ["facts", "attestations"] as const,
      },
      balanceTask(submitter, report),
    ];
  });
}

/** How often the relayer's account is looked at, in milliseconds. */
const BALANCE_INTERVAL = 30_000;

/** Tells what the account that pays still holds, before it is empty. */
function balanceTask({ chain, account, balance }: Submitter, report: Report): Task {
  return {
    name: `balance ${chain}`,
    interval: BALANCE_INTERVAL,
    async tick() {
      report({ type: "relayer-balance", chain, account, wei: await balance() });
      return false;
    },
  };
}
