import { creatorCollectionAbi, gatewayAbi } from "@ryugu/contracts";
import { creatorCollectionBytecode } from "@ryugu/contracts/artifacts";
import { type Address, address, isSameAddress } from "@ryugu/sdk/primitives";
import { Contract, ContractFactory, type JsonRpcProvider } from "ethers";
import { Account } from "../crossings/stage/account.ts";
import type { RunningZone } from "../src/zone/running-zone.ts";
import { PatientProvider } from "./patient-provider.ts";

/** A chain of the run. */
export interface KillsChain {
  slug: string;
  id: ReturnType<RunningZone["chainId"]>;
  number: number;
  provider: JsonRpcProvider;
  gateway: Address;
  /** The collection at home, its representation away. */
  token: Address;
}

/** A token and whose it is, wherever it is. */
export interface Token {
  id: bigint;
  owner: Account;
}

/** Where a token is; never `astray`: in two places, in none, or with somebody else. */
export type Place = "home" | "away" | "between" | "astray";

/** Everything that travels. */
export interface Travellers {
  running: RunningZone;
  home: KillsChain;
  away: KillsChain;
  /** Holds at home what is away. */
  vault: Address;
  tokens: readonly Token[];
}

const ERC721 = 1;
const MINT_GAS = 6_000_000;

/** People who own tokens; worth nothing, so from the seed. */
export const makePeople = (seed: number, count: number): Account[] =>
  Array.from({ length: count }, (_, i) => new Account(`traveller ${i + 1}`, seed));

/** Mints a collection at home and gives everybody a share. */
export async function foundTravellers(
  running: RunningZone,
  people: readonly Account[],
  each: number,
): Promise<Travellers> {
  const [home, away] = [providerOf(running, "minato"), providerOf(running, "garan")];
  const issuer = (await running.keys.person.open()).connect(home);
  const factory = new ContractFactory(creatorCollectionAbi, creatorCollectionBytecode, issuer);
  const made = await factory.deploy("Survivors", "SRV", "", "ipfs://base/", issuer, issuer, 500);
  await made.waitForDeployment();
  const collection = address(await made.getAddress());
  const contract = new Contract(collection, creatorCollectionAbi, issuer);
  const first = await issuer.getNonce();
  const uris = Array.from({ length: each }, () => "");
  const minted = await Promise.all(
    people.map((owner, i) =>
      contract.getFunction("mintBatch")(owner.address, uris, {
        nonce: first + i,
        gasLimit: MINT_GAS,
      }),
    ),
  );
  for (const transaction of minted) await transaction.wait();
  const tokens = people.flatMap((owner, i) =>
    uris.map((_, n) => ({ id: BigInt(i * each + n + 1), owner })),
  );
  const chains = { home: running.chain("minato"), away: running.chain("garan") };
  const there = new Contract(chains.away.gateway, gatewayAbi, away);
  const represented = there.getFunction("representationOf");
  const representation = address(await represented(chains.home.plan.number, collection, ERC721));
  const chain = (slug: string, provider: JsonRpcProvider, token: Address): KillsChain => ({
    ...{ slug, provider, token, id: running.chainId(slug) },
    number: running.chain(slug).plan.number,
    gateway: running.chain(slug).gateway,
  });
  return {
    running,
    tokens,
    home: chain("minato", home, collection),
    away: chain("garan", away, representation),
    vault: address(chains.home.vaults.garan),
  };
}

function providerOf(running: RunningZone, slug: string): JsonRpcProvider {
  const url = running.ready.chains.find((chain) => chain.slug === slug)?.rpcUrl ?? "";
  return new PatientProvider(url, running.chain(slug).plan.number);
}

/** Asks both chains where a token is. */
export async function whereIs(travellers: Travellers, { id, owner }: Token): Promise<Place> {
  const { home, away, vault } = travellers;
  const [here, there] = await Promise.all([ownerOf(home, id), ownerOf(away, id)]);
  const isHis = (holder: string | undefined) =>
    holder !== undefined && isSameAddress(holder, owner.address);
  const isLocked = here !== undefined && isSameAddress(here, vault);
  if (isLocked && there === undefined) return "between";
  if (isLocked && isHis(there)) return "away";
  return isHis(here) && there === undefined ? "home" : "astray";
}

/** Undefined where nobody has it: it was burned or not minted. Throws when the chain does not answer. */
async function ownerOf({ provider, token }: KillsChain, id: bigint): Promise<string | undefined> {
  const contract = new Contract(token, creatorCollectionAbi, provider);
  try {
    return await contract.getFunction("ownerOf")(id);
  } catch (error) {
    const code = (error as { code?: string }).code;
    // A representation that does not exist yet answers nothing.
    if (code === "CALL_EXCEPTION" || code === "BAD_DATA") return undefined;
    throw error;
  }
}
