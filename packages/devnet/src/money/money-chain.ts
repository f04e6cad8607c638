import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Address, address, type ChainId, chainId } from "@ryugu/sdk/primitives";
import { type JsonRpcProvider, Wallet } from "ethers";
import { anvilPlan, localUrl } from "../chain/anvil.ts";
import { genesisState } from "../chain/genesis.ts";
import { localProvider } from "../chain/provider.ts";
import { freePorts } from "../process/free-ports.ts";
import { SupervisedProcess } from "../process/supervised-process.ts";
import { deployMoney, type MoneyContracts } from "./deploy-money.ts";

/** A chain without a zone, on which people can sell and pay. */
export interface MoneyChain {
  id: ChainId;
  url: string;
  provider: JsonRpcProvider;
  money: MoneyContracts;
  /** Owns the yen, and can mint it; connected to the chain. */
  issuer: Wallet;
  /** To kill and to start. */
  process: SupervisedProcess;
  stop(): Promise<void>;
}

/** How such a chain is. */
export interface MoneyChainOptions {
  /** Its EIP-155 number. */
  number?: number;
  /** Accounts that begin with coins. */
  funded?: readonly Address[];
  /** Seconds between two blocks. */
  blockTime?: number;
}

const NUMBER = 31_337;
const BLOCK_TIME = 0.1;

/** Starts a chain and deploys on it what a zone's chains have: for tests of who sells. Whoever starts it stops it. */
export async function startMoneyChain(options: MoneyChainOptions = {}): Promise<MoneyChain> {
  const { number = NUMBER, funded = [], blockTime = BLOCK_TIME } = options;
  const folder = mkdtempSync(join(tmpdir(), "ryugu-money-"));
  const [port = 0] = await freePorts(1);
  const owner = new Wallet(Wallet.createRandom().privateKey);
  const accounts = [address(owner.address), ...funded];
  const process = new SupervisedProcess(
    anvilPlan({
      ...{ name: "chain", number, port, blockTime, keepsState: false },
      ...{ statePath: join(folder, "state.json"), logPath: join(folder, "chain.log") },
      genesis: () => genesisState(accounts, Math.floor(Date.now() / 1_000)),
    }),
  );
  const url = localUrl(port);
  const provider = localProvider(url, number);
  const stop = async () => {
    provider.destroy();
    await process.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await process.start();
    const money = await deployMoney(owner, provider);
    const issuer = owner.connect(provider);
    return { id: chainId(number), url, provider, money, issuer, process, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
