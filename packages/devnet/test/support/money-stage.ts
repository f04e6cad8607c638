import { creatorCollectionAbi, gatewayAbi, testYenAbi } from "@ryugu/contracts";
import { creatorCollectionBytecode } from "@ryugu/contracts/artifacts";
import { STANDARDS } from "@ryugu/sdk/lane";
import { orderMarket, type PaidSale } from "@ryugu/sdk/market";
import { createSplit } from "@ryugu/sdk/payout";
import { type Address, address } from "@ryugu/sdk/primitives";
import { sendTransfer } from "@ryugu/sdk/transfer";
import { Contract, ContractFactory, type JsonRpcProvider, type Wallet } from "ethers";
import type { MoneyContracts, RunningZone } from "../../src/index.ts";
import { arrivalOf } from "./arrival.ts";

/** In basis points. */
const ROYALTY = 500;

/** What people do with money in a zone, past every server: on the chains. */
export class MoneyStage {
  readonly minato: JsonRpcProvider;
  readonly garan: JsonRpcProvider;
  readonly #zone: RunningZone;

  constructor(zone: RunningZone) {
    this.#zone = zone;
    [this.minato, this.garan] = [zone.provider("minato"), zone.provider("garan")];
  }

  close(): void {
    this.minato.destroy();
    this.garan.destroy();
  }

  provider(slug: string): JsonRpcProvider {
    return slug === "garan" ? this.garan : this.minato;
  }

  contracts(slug: string): MoneyContracts {
    const own = this.#zone.money?.contracts[slug];
    if (own === undefined) throw new RangeError(`There is no money on ${slug}.`);
    return own;
  }

  yen(slug: string): Contract {
    return new Contract(this.contracts(slug).yen, testYenAbi, this.provider(slug));
  }

  held(slug: string, account: string): Promise<bigint> {
    return this.yen(slug).getFunction("balanceOf")(account);
  }

  /** A split on Garan that nobody can change. */
  async split(by: Wallet, shares: readonly { payee: string; weight: number }[]): Promise<Address> {
    const factory = {
      ...{ chain: this.#zone.chainId("garan"), provider: this.garan },
      address: this.contracts("garan").splits,
    };
    const list = shares.map(({ weight, payee }) => ({
      ...{ weight, payee: address(payee), nested: false },
    }));
    return (await createSplit(factory, by.connect(this.garan), { shares: list })).address;
  }

  /** A work of a person's on Garan whose royalties are a split's, sent to Minato: what stands for it there. */
  async workOnMinato(person: Wallet, split: Address): Promise<Address> {
    const creator = person.connect(this.garan);
    const factory = new ContractFactory(creatorCollectionAbi, creatorCollectionBytecode, creator);
    const texts = ["Works", "WORK", "", "https://works.example/"];
    const made = await factory.deploy(...texts, person.address, split, ROYALTY);
    await made.waitForDeployment();
    const works = address(await made.getAddress());
    const collection = new Contract(works, creatorCollectionAbi, creator);
    await (await collection.getFunction("mint")(person.address, "")).wait();
    const { zone } = this.#zone;
    const { messageId } = await sendTransfer(zone, creator, {
      ...{ origin: this.#zone.chainId("garan"), destination: this.#zone.chainId("minato") },
      ...{ token: works, ids: [1n], recipient: address(person.address) },
    });
    const { state } = await arrivalOf({ zone, home: this.minato, away: this.garan }, messageId);
    if (state !== "delivered") throw new Error(`The work is ${state}.`);
    const gateway = new Contract(this.#zone.chain("minato").gateway, gatewayAbi, this.minato);
    const route = [this.#zone.chain("garan").plan.number, works, STANDARDS.erc721];
    return address(await gateway.getFunction("representationOf")(...route));
  }

  /** A person sells the one token of a collection on Minato; its platform's operator buys it. */
  async sellOnMinato(person: Wallet, collection: Address, price: bigint): Promise<PaidSale> {
    const { market, rail, yen } = this.contracts("minato");
    const place = { chain: this.#zone.chainId("minato"), address: market, provider: this.minato };
    const order = await orderMarket(place).offer(person.connect(this.minato), {
      ...{ collection, tokenId: 1n, rail, currency: yen, price, payee: address(person.address) },
    });
    const buyer = await this.#zone.keys.operators.minato?.open();
    if (buyer === undefined) throw new RangeError("Minato has no operator.");
    return orderMarket(place).buy(buyer.connect(this.minato), order);
  }
}
