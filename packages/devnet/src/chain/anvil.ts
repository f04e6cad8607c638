import { existsSync } from "node:fs";
import type { ProcessPlan } from "../process/supervised-process.ts";
import { writeFileAtomic } from "../process/write-atomic.ts";
import { anvilBinary } from "./anvil-binary.ts";
import { callRpc } from "./rpc.ts";
import { recoverState } from "./state-copies.ts";

/** A local chain. */
export interface AnvilOptions {
  name: string;
  /** Its EIP-155 number. */
  number: number;
  port: number;
  /** Whether gas costs nothing there, ever. */
  freeGas?: boolean;
  /** Where it keeps its state. */
  statePath: string;
  /** Whether it writes its state there every second; by default it does. */
  keepsState?: boolean;
  /** Seconds between two blocks; 1 by default. */
  blockTime?: number;
  logPath: string;
  /** The state it begins with when there is none yet. */
  genesis: () => string;
}

/** Blocks per epoch: Anvil then calls the block four under the newest final. */
const SLOTS_IN_AN_EPOCH = 2;
const READY_WITHIN = 20_000;

/** The address at which a local chain answers. */
export const localUrl = (port: number) => `http://127.0.0.1:${port}`;

/**
 * How to run a local chain: a block every second by default, a state file every second, no unlocked accounts.
 *
 * Automatic mining is not used: it leaves transactions stuck when many arrive at once, and no real chain has it.
 */
export function anvilPlan(options: AnvilOptions): ProcessPlan {
  const { name, number, port, statePath, logPath } = options;
  const { keepsState = true, freeGas = false, blockTime = 1 } = options;
  const flags = {
    "--host": "127.0.0.1",
    "--port": port,
    "--chain-id": number,
    "--accounts": 0,
    "--hardfork": "prague",
    "--block-time": blockTime,
    "--slots-in-an-epoch": SLOTS_IN_AN_EPOCH,
    ...(keepsState
      ? { "--state": statePath, "--state-interval": 1 }
      : { "--load-state": statePath }),
    ...(freeGas ? { "--base-fee": 0, "--gas-price": 0 } : {}),
  };
  const switches = ["--quiet", ...(freeGas ? ["--disable-min-priority-fee"] : [])];
  return {
    name,
    command: anvilBinary(),
    args: [...Object.entries(flags).flatMap(([flag, value]) => [flag, String(value)]), ...switches],
    cwd: "/",
    logPath,
    prepare: () => prepareState(options),
    isReady: () => answersAs(localUrl(port), number),
    readyWithin: READY_WITHIN,
  };
}

async function prepareState({ statePath, genesis }: AnvilOptions): Promise<void> {
  const isNew = !existsSync(statePath) && !existsSync(`${statePath}.good-1`);
  if (isNew) writeFileAtomic(statePath, genesis());
  else await recoverState(statePath);
}

async function answersAs(url: string, number: number): Promise<boolean> {
  return Number(await callRpc(url, "eth_chainId")) === number;
}
