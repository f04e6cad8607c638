import { creatorCollectionAbi, gatewayAbi } from "@ryugu/contracts";
import { creatorCollectionBytecode } from "@ryugu/contracts/artifacts";
import {
  type Address,
  address,
  type Bytes32,
  type ChainId,
  isSameAddress,
} from "@ryugu/sdk/primitives";
import { type SentTransfer, sendTransfer, type TransferProgress } from "@ryugu/sdk/transfer";
import type { Zone } from "@ryugu/sdk/zone";
import { Contract, ContractFactory, type JsonRpcProvider, type Wallet } from "ethers";
import { arrivalOf } from "./arrival.ts";

/** What a test needs of a zone, however the zone was started. */
export interface ZoneAccess {
  zone: Zone;
  person: Wallet;
  /** By chain: where collections are born, and where they travel. */
  home: JsonRpcProvider;
  away: JsonRpcProvider;
}

/** Where one token is: exactly one of these, always. */
export type Whereabouts =
  | { kind: "home"; owner: Address }
  | { kind: "away"; owner: Address }
  | { kind: "between" }
  | { kind: "two places" };

const ERC721 = 1;

/** A person with a collection who sends it back and forth through the SDK. */
export class Traveller {
  readonly access: ZoneAccess;
  readonly home: ChainId;
  readonly away: ChainId;
  readonly collection: Address;
  readonly representation: Address;
  readonly #vault: Address;

  private constructor(
    access: ZoneAccess,
    addresses: { collection: Address; representation: Address; vault: Address },
  ) {
    const [home, away] = access.zone.manifest.chains;
    if (home === undefined || away === undefined) throw new RangeError("A zone has two chains.");
    this.access = access;
    this.home = home.id;
    this.away = away.id;
    this.collection = addresses.collection;
    this.representation = addresses.representation;
    this.#vault = addresses.vault;
  }

  /** Mints a new collection to the person and lets the gateway take it. */
  static async with(access: ZoneAccess, count: number): Promise<Traveller> {
    const creator = access.person.connect(access.home);
    const { person } = access;
    const factory = new ContractFactory(creatorCollectionAbi, creatorCollectionBytecode, creator);
    const made = await factory.deploy("Travellers", "TRV", "", "ipfs://base/", person, person, 500);
    const collection = address(await made.getAddress());
    await made.waitForDeployment();
    const contract = new Contract(collection, creatorCollectionAbi, creator);
    const uris = Array.from({ length: count }, () => "");
    await (await contract.getFunction("mintBatch")(person, uris)).wait();
    const [home, away] = access.zone.manifest.chains;
    await (await contract.getFunction("setApprovalForAll")(home?.gateway, true)).wait();
    const number = (id: string | undefined) => BigInt(id?.split(":")[1] ?? 0);
    const here = new Contract(home?.gateway ?? "", gatewayAbi, access.home);
    const there = new Contract(away?.gateway ?? "", gatewayAbi, access.away);
    const representation = await there.getFunction("representationOf")(
      number(home?.id),
      collection,
      ERC721,
    );
    const vault = await here.getFunction("vaultOf")(number(away?.id));
    return new Traveller(access, {
      collection,
      representation: address(representation),
      vault: address(vault),
    });
  }

  /** Sends tokens away, or home. */
  send(
    direction: "away" | "home",
    ids: readonly bigint[],
    more: { deadline?: number } = {},
  ): Promise<SentTransfer> {
    const { zone, person, home, away } = this.access;
    const leaving = direction === "away";
    return sendTransfer(zone, person.connect(leaving ? home : away), {
      origin: leaving ? this.home : this.away,
      destination: leaving ? this.away : this.home,
      token: leaving ? this.collection : this.representation,
      ids,
      recipient: address(person.address),
      ...more,
    });
  }

  /** Follows a message to its end, asking the nodes and having the chains confirm. */
  arrival(messageId: Bytes32, timeout?: number): Promise<TransferProgress> {
    return arrivalOf(this.access, messageId, timeout);
  }

  /** Asks both chains where a token is. */
  async whereIs(id: bigint): Promise<Whereabouts> {
    const [here, there] = await Promise.all([
      ownerOf(this.access.home, this.collection, id),
      ownerOf(this.access.away, this.representation, id),
    ]);
    const inVault = here !== undefined && isSameAddress(here, this.#vault);
    if (!inVault && there !== undefined) return { kind: "two places" };
    if (!inVault && here !== undefined) return { kind: "home", owner: here };
    return there === undefined ? { kind: "between" } : { kind: "away", owner: there };
  }

  /** Asks for many tokens and answers the kinds, without repeating. */
  async kindsOf(ids: readonly bigint[]): Promise<string[]> {
    const all = await Promise.all(ids.map((id) => this.whereIs(id)));
    return [...new Set(all.map(({ kind }) => kind))].sort();
  }
}

async function ownerOf(
  provider: JsonRpcProvider,
  token: Address,
  id: bigint,
): Promise<Address | undefined> {
  const contract = new Contract(token, creatorCollectionAbi, provider);
  return contract
    .getFunction("ownerOf")(id)
    .then(address, () => undefined);
}
