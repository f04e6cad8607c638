import {
  creatorCollectionAbi,
  erc20RailAbi,
  marketAbi,
  perBuyerCapAbi,
  prepaidRailAbi,
  splitFactoryAbi,
  testYenAbi,
} from "@ryugu/contracts";
import {
  creatorCollectionBytecode,
  erc20RailBytecode,
  marketBytecode,
  moodyUnitsAbi,
  moodyUnitsBytecode,
  perBuyerCapBytecode,
  prepaidRailBytecode,
  splitFactoryBytecode,
  testYenBytecode,
} from "@ryugu/contracts/artifacts";
import { type Address, address } from "@ryugu/sdk/primitives";
import { Contract, ContractFactory, type InterfaceAbi, type Wallet, ZeroAddress } from "ethers";
import { HOLDING_LIMIT } from "../model/stage.ts";

/** What is deployed on one chain besides the zone. The issuer's first transactions are the same on both: so are the addresses. */
export interface Deployed {
  readonly factory: Address;
  readonly rail: Address;
  readonly ledger: Contract;
  readonly market: Address;
  readonly cap: Address;
  readonly yen: Contract;
}

export async function deployPayout(issuer: Wallet): Promise<Deployed> {
  const at = async (abi: InterfaceAbi, code: string, ...args: unknown[]) =>
    addressOf(await deploy(issuer, abi, code, args));
  const factory = await at(splitFactoryAbi, splitFactoryBytecode);
  const rail = await at(erc20RailAbi, erc20RailBytecode, factory);
  const terms = [factory, issuer.address, HOLDING_LIMIT];
  const ledger = await deploy(issuer, prepaidRailAbi, prepaidRailBytecode, terms);
  const market = await at(marketAbi, marketBytecode);
  const cap = await at(perBuyerCapAbi, perBuyerCapBytecode);
  const yen = await deploy(issuer, testYenAbi, testYenBytecode, [issuer.address]);
  return { factory, rail, ledger, market, cap, yen };
}

/** A creator's collection; without a receiver it asks no royalty. */
export function deployWorks(
  owner: Wallet,
  name: string,
  royalty?: { receiver: string; bps: bigint },
): Promise<Contract> {
  const uri = `https://${name.toLowerCase()}.example/`;
  const { receiver = ZeroAddress, bps = 0n } = royalty ?? {};
  const args = [name, "WORK", "", uri, owner.address, receiver, bps];
  return deploy(owner, creatorCollectionAbi, creatorCollectionBytecode, args);
}

export const deployUnits = (owner: Wallet): Promise<Contract> =>
  deploy(owner, moodyUnitsAbi, moodyUnitsBytecode, [owner.address]);

/** Calls, and waits until it is in a block. */
export async function send(contract: Contract, name: string, ...args: unknown[]): Promise<void> {
  await (await contract.getFunction(name)(...args)).wait();
}

export const addressOf = async (contract: Contract): Promise<Address> =>
  address(await contract.getAddress());

async function deploy(
  by: Wallet,
  abi: InterfaceAbi,
  bytecode: string,
  args: unknown[],
): Promise<Contract> {
  const made = await new ContractFactory(abi, bytecode, by).deploy(...args);
  await made.waitForDeployment();
  return new Contract(await made.getAddress(), abi, by);
}
