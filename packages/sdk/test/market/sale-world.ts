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
  perBuyerCapBytecode,
  prepaidRailBytecode,
  splitFactoryBytecode,
  testYenBytecode,
} from "@ryugu/contracts/artifacts";
import { Contract, ContractFactory, type InterfaceAbi, type Signer, ZeroAddress } from "ethers";
import { type Market, orderMarket } from "../../src/market/index.ts";
import { type Address, address, chainId } from "../../src/primitives/index.ts";
import type { TestChain } from "../chain/anvil.ts";

/** Somebody in a test. */
export interface Person {
  readonly address: Address;
  readonly signer: Signer;
}

/** One way to pay, and what its issuer can do. */
export interface Money {
  readonly rail: Address;
  readonly currency: Address;
  /** Gives an account money to pay with. */
  fund(account: Address, amount: bigint): Promise<void>;
  setBlocked(account: Address, on: boolean): Promise<void>;
  /** What an account may pay with. */
  spendable(account: Address): Promise<bigint>;
  /** What an account was paid. */
  received(account: Address): Promise<bigint>;
}

/** A market with both rails, a collection whose tenth goes to the singer, and people. */
export interface SaleWorld {
  readonly market: Market;
  readonly art: Contract;
  readonly collection: Address;
  readonly cap: Address;
  /** What makes the splits that both rails look into. */
  readonly splits: Address;
  readonly erc20: Money;
  readonly prepaid: Money;
  readonly seller: Person;
  readonly buyer: Person;
  readonly sponsor: Person;
  readonly singer: Person;
  readonly gallery: Person;
  /** A new token of the seller's. */
  mint(): Promise<bigint>;
  /** A split of the payees with the weights. */
  makeSplit(shares: readonly (readonly [Address, number])[]): Promise<Address>;
  ownerOf(tokenId: bigint): Promise<Address>;
  /** The chain's clock, in Unix seconds. */
  now(): Promise<number>;
}

export async function buildSaleWorld(chain: TestChain): Promise<SaleWorld> {
  const issuer = await person(chain, 0);
  const [seller, buyer, sponsor, singer, gallery] = await Promise.all([
    person(chain, 1),
    person(chain, 2),
    person(chain, 3),
    person(chain, 4),
    person(chain, 5),
  ]);
  const make = (abi: InterfaceAbi, bytecode: string, ...args: unknown[]) =>
    deploy(issuer.signer, abi, bytecode, args);
  const splits = await make(splitFactoryAbi, splitFactoryBytecode);
  const contract = await make(marketAbi, marketBytecode);
  const cap = await make(perBuyerCapAbi, perBuyerCapBytecode);
  const art = await deploy(seller.signer, creatorCollectionAbi, creatorCollectionBytecode, [
    ...["Art", "ART", "", "https://art.example/"],
    ...[seller.address, singer.address, 1_000],
  ]);
  const { provider } = chain;
  const location = { chain: chainId(chain.number), address: await at(contract), provider };
  let salt = 0n;
  return {
    market: orderMarket(location),
    ...{ art, seller, buyer, sponsor, singer, gallery },
    collection: await at(art),
    cap: await at(cap),
    splits: await at(splits),
    erc20: await erc20Money(issuer, await at(splits)),
    prepaid: await prepaidMoney(issuer, await at(splits)),
    async mint() {
      await send(art, "mint", seller.address, "");
      return await art.getFunction("totalMinted")();
    },
    async makeSplit(shares) {
      const list = shares.map(([payee, weight]) => [payee, weight, false]);
      const args = [ZeroAddress, list, `0x${(++salt).toString(16).padStart(64, "0")}`];
      await send(splits, "create", ...args);
      return address(await splits.getFunction("splitOf")(...args));
    },
    ownerOf: async (tokenId) => address(await art.getFunction("ownerOf")(tokenId)),
    now: async () => (await provider.getBlock("latest"))?.timestamp ?? 0,
  };
}

async function erc20Money(issuer: Person, splits: Address): Promise<Money> {
  const yen = await deploy(issuer.signer, testYenAbi, testYenBytecode, [issuer.address]);
  const rail = await deploy(issuer.signer, erc20RailAbi, erc20RailBytecode, [splits]);
  const balanceOf = (account: Address): Promise<bigint> => yen.getFunction("balanceOf")(account);
  return {
    rail: await at(rail),
    currency: await at(yen),
    fund: (account, amount) => send(yen, "mint", account, amount),
    setBlocked: (account, on) => send(yen, "setBlocked", account, on),
    ...{ spendable: balanceOf, received: balanceOf },
  };
}

const OPEN = 1;
const FROZEN = 2;

/** Accounts are opened for whoever is paid; who is blocked is frozen. */
async function prepaidMoney(issuer: Person, splits: Address): Promise<Money> {
  const args = [splits, issuer.address, 10n ** 12n];
  const ledger = await deploy(issuer.signer, prepaidRailAbi, prepaidRailBytecode, args);
  const of = (account: Address) => ledger.getFunction("accountOf")(account);
  let deposits = 0;
  return {
    ...{ rail: await at(ledger), currency: await at(ledger) },
    async fund(account, amount) {
      await send(ledger, "setStatus", account, OPEN);
      const deposit = `0x${(++deposits).toString(16).padStart(64, "0")}`;
      if (amount > 0n) await send(ledger, "topUp", account, amount, deposit);
    },
    setBlocked: (account, on) => send(ledger, "setStatus", account, on ? FROZEN : OPEN),
    spendable: async (account) => (await of(account)).spendable,
    received: async (account) => (await of(account)).receivable,
  };
}

const at = async (contract: Contract) => address(await contract.getAddress());

async function send(contract: Contract, name: string, ...args: unknown[]): Promise<void> {
  await (await contract.getFunction(name)(...args)).wait();
}

async function person(chain: TestChain, n: number): Promise<Person> {
  const signer = chain.signer(n);
  return { address: address(await signer.getAddress()), signer };
}

async function deploy(
  signer: Signer,
  abi: InterfaceAbi,
  bytecode: string,
  args: unknown[],
): Promise<Contract> {
  const made = await new ContractFactory(abi, bytecode, signer).deploy(...args);
  await made.waitForDeployment();
  return new Contract(await made.getAddress(), abi, signer);
}
