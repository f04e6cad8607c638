import { cashOutReturnNonce } from "@ryugu/sdk/payout";
import { type Address, type Bytes32, bytes32, type Hex } from "@ryugu/sdk/primitives";
import { RedemptionRefusedError } from "../../src/issuer/errors.ts";
import type { Payment, RedemptionChain } from "../../src/issuer/redemption-chain.ts";

/** An ERC-3009 transfer on its way into a block. */
interface Authorization {
  readonly from: Address;
  readonly to: Address;
  readonly units: bigint;
  readonly nonce: Bytes32;
  readonly validBefore: number;
}

/** Blocks on top that make one final. */
const FINALITY = 2;

/** A chain with one token of ERC-3009, in memory: what a transaction does happens when it is mined, or never. */
export class MemoryChain {
  readonly #balances = new Map<Address, bigint>();
  /** In which block an authorization was used or voided. */
  readonly #used = new Map<string, number>();
  readonly #payments: (Payment & { to: Address; block: number })[] = [];
  readonly #times = [0];
  #mempool: Authorization[] = [];
  /** Accounts that are contracts, and the word that each stands by now. */
  readonly contracts = new Map<Address, string>();
  /** How often tokens moved by each authorization. */
  readonly moved = new Map<string, number>();

  balanceOf(account: Address): bigint {
    return this.#balances.get(account) ?? 0n;
  }

  mint(account: Address, units: bigint): void {
    this.#balances.set(account, this.balanceOf(account) + units);
  }

  submit(authorization: Authorization): void {
    this.#mempool.push(authorization);
  }

  /** Makes an authorization void, as its author may. */
  voidAuthorization(author: Address, nonce: Bytes32): void {
    this.#used.set(`${author} ${nonce}`, this.#times.length);
  }

  /** Mines a block of what waits; some of it is forgotten. */
  mine(time: number, isForgotten: () => boolean = () => false): void {
    const waiting = this.#mempool;
    this.#mempool = [];
    for (const one of waiting) if (!isForgotten()) this.#execute(one, time);
    this.#times.push(time);
  }

  #execute({ from, to, units, nonce, validBefore }: Authorization, time: number): void {
    const name = `${from} ${nonce}`;
    const reverts = this.#used.has(name) || time >= validBefore || this.balanceOf(from) < units;
    if (reverts) return;
    const block = this.#times.length;
    this.#used.set(name, block);
    this.mint(from, -units);
    this.mint(to, units);
    this.moved.set(name, (this.moved.get(name) ?? 0) + 1);
    const place = this.#payments.length;
    const transaction = bytes32(`0x${place.toString(16).padStart(64, "0")}`) as Hex;
    this.#payments.push({ transaction, logIndex: place, from, to, units, nonce, block });
  }

  /** The chain as the holder of a redemption account sees it. */
  of(redemption: Address): RedemptionChain {
    const head = () => this.#times.length - 1;
    const refuseUnless = (is: boolean) => {
      if (!is) throw new RedemptionRefusedError("The token refused a payment.");
    };
    return {
      final: async () => {
        const number = Math.max(0, head() - FINALITY);
        return { number, time: this.#times[number] ?? 0 };
      },
      payments: async (after, through) =>
        this.#payments
          .filter(({ to, block }) => to === redemption && block > after && block <= through)
          .map(({ to, block, ...payment }) => payment),
      isUsed: async (authorizer, nonce, block) =>
        (this.#used.get(`${authorizer} ${nonce}`) ?? Number.POSITIVE_INFINITY) <= block,
      takesContract: async (_, { payee, units, signature }) =>
        this.contracts.get(payee) === signature && this.balanceOf(payee) >= BigInt(units),
      collect: async (id, { payee, units, validBefore, signature }) => {
        refuseUnless((this.contracts.get(payee) ?? signature) === signature);
        refuseUnless(this.balanceOf(payee) >= BigInt(units));
        this.submit({ from: payee, to: redemption, units: BigInt(units), nonce: id, validBefore });
      },
      giveBack: async ({ id, payee, units }) => {
        refuseUnless(this.balanceOf(redemption) >= units);
        const nonce = cashOutReturnNonce(id);
        this.submit({ from: redemption, to: payee, units, nonce, validBefore: 2 ** 50 });
      },
    };
  }
}
