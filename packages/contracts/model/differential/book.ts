import { Interface } from "ethers";
import { gatewayAbi } from "../../abi/index.ts";
import { planZone, type ZonePlan } from "../../deploy/index.ts";
import { addressOf } from "../actors/begin.ts";
import { QUICK } from "../actors/cast.ts";
import type { Address, ChainId, Collection, Holder, Standard } from "../words.ts";
import { createPeople, type People } from "./people.ts";

/** What everything of the model is on the chains. */
export interface Book {
  readonly plan: ZonePlan;
  readonly people: People;
  readonly gateway: Address;
  /** A collection's token on a chain: itself at home, its representation elsewhere, also before that is made. */
  tokenOn(chain: ChainId, collection: Collection): Address;
  standardOf(homeToken: Address): Standard;
  policy(name: string): Address;
  /** An account, or a vault, as an address. */
  holder(holder: Holder): Address;
}

export const CHAINS: readonly ChainId[] = ["eip155:1", "eip155:2", "eip155:3"];
export const ZONE_NAME = "test.ryugu";
export const gatewayInterface = new Interface(gatewayAbi);

/** Where tokens and policies stand on every chain: their code is put there. */
export const TOKENS: Readonly<Record<Standard, Address>> = {
  ...{ erc721: addressOf(0x401), erc1155: addressOf(0x402), erc20: addressOf(0x403) },
};
export const POLICIES: Readonly<Record<string, Address>> = {
  ...{ none: addressOf(0), odd: addressOf(0x701), closed: addressOf(0x702) },
  broken: addressOf(0x703),
};

/** The zone that every schedule begins with: four validators of whom three decide, and short notices. */
export function planOf(): { plan: ZonePlan; people: People; gateway: Address } {
  const validators = [1, 2, 3, 4].map((n) => createPeople(addressOf(0)).real(addressOf(0x200 + n)));
  const plan = planZone({ name: ZONE_NAME, validators, quorum: 3, settings: QUICK });
  const gateway = plan.gateway.toLowerCase() as Address;
  return { plan, people: createPeople(gateway), gateway };
}

/** Asks chains for the addresses that only they compute, once. */
export async function writeBook(
  ask: (chain: ChainId, to: Address, data: string) => Promise<string>,
): Promise<Book> {
  const { plan, people, gateway } = planOf();
  const tokens = new Map<string, Address>();
  const vaults = new Map<string, Address>();
  const [first = "eip155:1"] = CHAINS;
  const question = async (name: string, values: readonly unknown[]) => {
    const answer = await ask(first, gateway, gatewayInterface.encodeFunctionData(name, values));
    return `0x${answer.slice(-40)}`.toLowerCase() as Address;
  };
  for (const [at, chain] of CHAINS.entries()) {
    // One zone has the same addresses on all chains.
    vaults.set(`vault of ${chain}`, await question("vaultOf", [at + 1]));
    for (const [number, token] of Object.values(TOKENS).entries()) {
      const values = [at + 1, token, number + 1];
      tokens.set(`${chain}/${token}`, await question("representationOf", values));
    }
  }
  const known = <T>(value: T | undefined, name: string): T => {
    if (value === undefined) throw new RangeError(`Not in the book: ${name}`);
    return value;
  };
  return {
    ...{ plan, people, gateway },
    tokenOn: (chain, { homeChain, homeToken }) =>
      homeChain === chain
        ? homeToken
        : known(tokens.get(`${homeChain}/${homeToken}`), `${homeChain}/${homeToken}`),
    standardOf(homeToken) {
      const found = Object.entries(TOKENS).find(([, token]) => token === homeToken);
      return known(found?.[0], homeToken) as Standard;
    },
    policy: (name) => known(POLICIES[name], name),
    holder: (holder) =>
      holder.startsWith("0x") ? people.real(holder as Address) : known(vaults.get(holder), holder),
  };
}
