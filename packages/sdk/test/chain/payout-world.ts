import { erc20RailAbi, prepaidRailAbi, splitFactoryAbi, testYenAbi } from "@ryugu/contracts";
import {
  erc20RailBytecode,
  prepaidRailBytecode,
  splitFactoryBytecode,
  testYenBytecode,
} from "@ryugu/contracts/artifacts";
import { Contract, ContractFactory, type InterfaceAbi, type Signer } from "ethers";
import type { ContractLocation } from "../../src/payout/index.ts";
import { type Address, address, chainId } from "../../src/primitives/index.ts";
import type { TestChain } from "./anvil.ts";

/** Somebody with gas. */
export interface Person {
  readonly address: Address;
  readonly signer: Signer;
}

/** Splits, rails and yen on a chain, and people. */
export interface PayoutWorld {
  factory: ContractLocation;
  yen: Address;
  erc20: ContractLocation;
  ledger: ContractLocation;
  /** Issues the yen, and keeps the ledger. */
  issuer: Person;
  person(n: number): Promise<Person>;
  at(account: Address): ContractLocation;
  mint(to: Address, amount: bigint): Promise<void>;
  setBlocked(account: Address, blocked: boolean): Promise<void>;
  setPaused(paused: boolean): Promise<void>;
  balanceOf(account: Address): Promise<bigint>;
  /** Gives an account coins for gas, or as money. */
  giveCoins(to: Address, amount: bigint): Promise<void>;
  /** The chain's clock, in unix seconds. */
  now(): Promise<number>;
}

const HOLDING_LIMIT = 100_000_000n;

/** @param issuerIndex - which of the chain's funded accounts deploys, and issues the yen */
export async function deployPayoutWorld(chain: TestChain, issuerIndex = 0): Promise<PayoutWorld> {
  const { provider } = chain;
  const at = (account: Address) => ({ chain: chainId(chain.number), address: account, provider });
  const person = async (n: number): Promise<Person> => {
    const signer = chain.signer(n);
    return { address: address(await signer.getAddress()), signer };
  };
  const issuer = await person(issuerIndex);
  const deploy = (abi: InterfaceAbi, bytecode: string, ...args: unknown[]) =>
    deployed(issuer.signer, abi, bytecode, args);
  const yen = await deploy(testYenAbi, testYenBytecode, issuer.address);
  const factory = await addressOf(await deploy(splitFactoryAbi, splitFactoryBytecode));
  const erc20 = await deploy(erc20RailAbi, erc20RailBytecode, factory);
  const terms = [factory, issuer.address, HOLDING_LIMIT];
  const ledger = await deploy(prepaidRailAbi, prepaidRailBytecode, ...terms);
  const send = async (name: string, ...args: unknown[]) => {
    await (await yen.getFunction(name)(...args)).wait();
  };
  return {
    factory: at(factory),
    yen: await addressOf(yen),
    erc20: at(await addressOf(erc20)),
    ledger: at(await addressOf(ledger)),
    ...{ issuer, person, at },
    mint: (to, amount) => send("mint", to, amount),
    setBlocked: (account, blocked) => send("setBlocked", account, blocked),
    setPaused: (paused) => send("setPaused", paused),
    balanceOf: (account) => yen.getFunction("balanceOf")(account),
    async giveCoins(to, amount) {
      await (await issuer.signer.sendTransaction({ to, value: amount })).wait();
    },
    now: async () => (await provider.getBlock("latest"))?.timestamp ?? 0,
  };
}

async function deployed(
  signer: Signer,
  abi: InterfaceAbi,
  bytecode: string,
  args: unknown[],
): Promise<Contract> {
  const made = await new ContractFactory(abi, bytecode, signer).deploy(...args);
  await made.waitForDeployment();
  return new Contract(await made.getAddress(), abi, signer);
}

async function addressOf(contract: Contract): Promise<Address> {
  return address(await contract.getAddress());
}
