import { creatorCollectionAbi, gatewayAbi, testYenAbi } from "@ryugu/contracts";
import type { RunningZone } from "@ryugu/devnet";
import { Contract, type JsonRpcProvider } from "ethers";
import type { PlatformSlug } from "../../../src/sim/place/place.ts";

const ERC721 = 1;

/** Something at home: the platform where it was born, its collection, its number. */
export interface HomeToken {
  home: PlatformSlug;
  contract: string;
  id: string;
}

/** Where one token is, as both chains say it. */
export type Whereabouts =
  | { at: "home"; owner: string }
  | { at: "away"; owner: string }
  | { at: "on its way" }
  | { at: "two places" };

const other = (slug: PlatformSlug): PlatformSlug => (slug === "minato" ? "garan" : "minato");

/** What the chains say, asked past the page, the servers and the nodes. */
export class Ledger {
  readonly #zone: RunningZone;
  readonly #providers: Record<PlatformSlug, JsonRpcProvider>;

  constructor(zone: RunningZone) {
    this.#zone = zone;
    this.#providers = { minato: zone.provider("minato"), garan: zone.provider("garan") };
  }

  /** Who owns a token of a collection on one chain; undefined where it does not exist. Lower case. */
  async ownerOf(slug: PlatformSlug, contract: string, id: string): Promise<string | undefined> {
    const collection = new Contract(contract, creatorCollectionAbi, this.#providers[slug]);
    return collection
      .getFunction("ownerOf")(id)
      .then((owner: string) => owner.toLowerCase(), undefinedIfReverted);
  }

  /** Exactly one of the four, always. */
  async whereIs({ home, contract, id }: HomeToken): Promise<Whereabouts> {
    const away = other(home);
    const [here, there] = await Promise.all([
      this.ownerOf(home, contract, id),
      this.ownerOf(away, await this.representationOf({ home, contract }), id),
    ]);
    const vault = this.#zone.chain(home).vaults[away]?.toLowerCase();
    if (here === undefined) throw new Error("The token was never born.");
    if (here !== vault) return there === undefined ? { at: "home", owner: here } : TWO;
    return there === undefined ? { at: "on its way" } : { at: "away", owner: there };
  }

  /** The contract that stands for a home collection on the other chain. Lower case. */
  async representationOf({ home, contract }: Omit<HomeToken, "id">): Promise<string> {
    const away = other(home);
    const { gateway } = this.#zone.chain(away);
    const { number } = this.#zone.chain(home).plan;
    const found: string = await new Contract(
      gateway,
      gatewayAbi,
      this.#providers[away],
    ).getFunction("representationOf")(number, contract, ERC721);
    return found.toLowerCase();
  }

  /** What accounts have of a chain's yen, in its smallest unit. */
  async yenOf(
    yen: string,
    accounts: readonly string[],
    slug: PlatformSlug = "garan",
  ): Promise<bigint[]> {
    const token = new Contract(yen, testYenAbi, this.#providers[slug]);
    return await Promise.all(accounts.map((one) => token.getFunction("balanceOf")(one)));
  }

  /** What a yen's issuer does with an account that a court has named. */
  async block(account: string): Promise<void> {
    const issuer = (await this.#zone.keys.issuer.open()).connect(this.#providers.garan);
    const yen = new Contract(this.#zone.money?.yen ?? "", testYenAbi, issuer);
    await (await yen.getFunction("setBlocked")(account, true)).wait();
  }

  /** An account's coins on a chain: what gas is paid with. */
  coinsOf(slug: PlatformSlug, account: string): Promise<bigint> {
    return this.#providers[slug].getBalance(account);
  }

  close(): void {
    for (const provider of Object.values(this.#providers)) provider.destroy();
  }
}

const TWO: Whereabouts = { at: "two places" };

/** A token that does not exist reverts; anything else is a failure of the test's own. */
function undefinedIfReverted(error: unknown): undefined {
  if ((error as { code?: string }).code === "CALL_EXCEPTION") return undefined;
  // A clone that does not exist yet answers nothing at all.
  if ((error as { code?: string }).code === "BAD_DATA") return undefined;
  throw error;
}
