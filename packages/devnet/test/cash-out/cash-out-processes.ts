import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { testYenAbi } from "@ryugu/contracts";
import { contractYenAbi, contractYenBytecode, testYenBytecode } from "@ryugu/contracts/artifacts";
import { type BankRail, type CashOutAdapter, type Currency, httpCashOut } from "@ryugu/sdk/payout";
import { address, chainId } from "@ryugu/sdk/primitives";
import { Contract, ContractFactory, type JsonRpcProvider, NonceManager, Wallet } from "ethers";
import { httpBankRail } from "../../src/bank/http-bank-rail.ts";
import { bankPlan } from "../../src/bank/plan.ts";
import type { BankFaults } from "../../src/bank/settings.ts";
import { anvilPlan, localUrl } from "../../src/chain/anvil.ts";
import { genesisState } from "../../src/chain/genesis.ts";
import { localProvider } from "../../src/chain/provider.ts";
import { issuerPlan } from "../../src/issuer/plan.ts";
import { freePorts } from "../../src/process/free-ports.ts";
import { SupervisedProcess } from "../../src/process/supervised-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { BANK_SETTINGS } from "./bank-settings.ts";

const CHAIN = 31_411;
/** A day at the bank in twelve seconds of ours. */
const SPEED = 7_200;
const TOKENS = { minato: "minato-platform-token", operator: "issuers-operator-token" };
const BANK_TOKEN = "issuers-token-at-bank";
const WEBHOOK_SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;

/** A chain, a bank and an issuer, each a process of its own. */
export interface CashOutProcesses {
  readonly adapter: CashOutAdapter;
  readonly rail: BankRail;
  readonly bank: SupervisedProcess;
  readonly issuer: SupervisedProcess;
  readonly provider: JsonRpcProvider;
  readonly payee: Wallet;
  readonly yen: Contract;
  readonly redemption: string;
  readonly issuerUrl: string;
  readonly bankUrl: string;
  mint(units: bigint): Promise<void>;
  /** What the issuer answers its operator, or the status where it refuses. */
  askOperator(path: string): Promise<unknown>;
  /** What the bank's books say of an account: what it owes, in yen. */
  balance(account: string): Promise<bigint>;
  stop(): Promise<void>;
}

/** Starts them, on a bank that may misbehave. `yenOfContracts` lets contracts sign for their tokens (ERC-7598). */
export async function startCashOutProcesses(
  faults?: BankFaults,
  { yenOfContracts = false } = {},
): Promise<CashOutProcesses> {
  const { path: folder, remove } = temporaryFolder("cash-out");
  const [chainPort = 0, bankPort = 0, issuerPort = 0] = await freePorts(3);
  const [owner, redeemer, person] = [1, 2, 3].map((n) => new Wallet(`0x${`0${n}`.repeat(32)}`)) as [
    Wallet,
    Wallet,
    Wallet,
  ];
  mkdirSync(join(folder, "logs"));
  const logPath = (name: string) => join(folder, "logs", `${name}.log`);
  const accounts = [owner, redeemer].map((one) => address(one.address));
  const chain = new SupervisedProcess(
    anvilPlan({
      ...{ name: "chain", number: CHAIN, port: chainPort, logPath: logPath("chain") },
      ...{ statePath: join(folder, "chain.json"), keepsState: false, blockTime: 0.25 },
      genesis: () => genesisState(accounts, Math.floor(Date.now() / 1_000)),
    }),
  );
  await chain.start();
  const provider = localProvider(localUrl(chainPort), CHAIN);
  const yen = await deployYen(new NonceManager(owner.connect(provider)), yenOfContracts);
  const currency: Currency = {
    ...{ chain: chainId(CHAIN), address: address(await yen.getAddress()), decimals: 18 },
    ...{ name: "Test Yen", version: "1", symbol: "tJPY" },
  };
  const [bankUrl, issuerUrl] = [localUrl(bankPort), localUrl(issuerPort)];
  const bank = new SupervisedProcess(
    bankPlan({
      ...{ name: "bank", port: bankPort, folder, logPath: logPath("bank"), token: BANK_TOKEN },
      webhook: { url: `${issuerUrl}/v1/bank-webhook`, secret: WEBHOOK_SECRET },
      clock: { start: "2026-11-24T09:00:00+09:00", speed: SPEED },
      bank: {
        ...BANK_SETTINGS,
        calendar: { ...BANK_SETTINGS.calendar, moreTime: true },
        ...(faults === undefined ? {} : { faults }),
      },
    }),
  );
  const issuer = new SupervisedProcess(
    issuerPlan({
      ...{ name: "issuer", port: issuerPort, folder, logPath: logPath("issuer") },
      ...{ tokens: TOKENS, webhookSecret: WEBHOOK_SECRET, currency, startBlock: 0, finality: 2 },
      ...{ rpc: localUrl(chainPort), key: redeemer.privateKey },
      bank: { url: bankUrl, token: BANK_TOKEN },
    }),
  );
  await Promise.all([bank.start(), issuer.start()]);
  return {
    ...{ provider, bank, issuer, yen, payee: person, redemption: redeemer.address },
    ...{ bankUrl, issuerUrl },
    adapter: httpCashOut({ url: issuerUrl, token: TOKENS.minato }),
    rail: httpBankRail({ url: bankUrl, token: BANK_TOKEN }),
    async mint(units) {
      await (await yen.getFunction("mint")(person.address, units)).wait();
    },
    async askOperator(path) {
      const response = await fetch(`${issuerUrl}${path}`, {
        headers: { authorization: `Bearer ${TOKENS.operator}` },
      });
      return response.ok ? response.json() : response.status;
    },
    async balance(account) {
      const response = await fetch(`${bankUrl}/v1/ledger`, {
        headers: { authorization: `Bearer ${BANK_TOKEN}` },
      });
      const lines = (await response.json()) as Record<"account" | "debit" | "credit", string>[];
      const line = lines.find((one) => one.account === account);
      return BigInt(line?.credit ?? 0) - BigInt(line?.debit ?? 0);
    },
    async stop() {
      provider.destroy();
      for (const one of [issuer, bank, chain]) await one.stop();
      remove();
    },
  };
}

async function deployYen(owner: NonceManager, isOfContracts: boolean): Promise<Contract> {
  const [abi, bytecode] = isOfContracts
    ? [contractYenAbi, contractYenBytecode]
    : [testYenAbi, testYenBytecode];
  const made = await new ContractFactory(abi, bytecode, owner).deploy(await owner.getAddress());
  await made.waitForDeployment();
  return new Contract(await made.getAddress(), abi, owner);
}
