import type { Address } from "@ryugu/sdk/primitives";
import { SponsorEmptyError } from "../operator/errors.ts";
import type { Operator } from "../operator/operator.ts";
import { OperatorSigner } from "../operator/operator-signer.ts";
import type { CarriedBook } from "./carried-book.ts";
import { GasLimitError } from "./errors.ts";

/** How much is carried in a day. */
export interface CarrierLimits {
  readonly perPersonDaily: number;
  readonly daily: number;
}

/** Forty a day for one, two thousand for all. */
export const CARRIER_LIMITS: CarrierLimits = { perPersonDaily: 40, daily: 2_000 };

/** What somebody signed and the platform pays the gas for. */
export interface Carriage {
  /** What it is; the same is sent once. */
  readonly key: string;
  readonly account: Address;
  /** The most gas that it may use. */
  readonly mostGas: bigint;
}

/** Sends in what people have signed, and pays the gas: within limits, and each once. */
export interface Carrier {
  /**
   * Sends a piece of work in by one transaction, whose hash it answers; the same again for the same key.
   *
   * @param send - checks it, sends it by the signer and answers the transaction's hash; not called where it was sent before
   * @throws GasLimitError, SponsorEmptyError, and what the operator and `send` throw
   */
  carry(carriage: Carriage, send: (signer: OperatorSigner) => Promise<string>): Promise<string>;
}

/** What a carrier is made of. */
export interface CarrierParts {
  readonly operator: Operator;
  readonly book: CarriedBook;
  readonly limits: CarrierLimits;
  readonly now: () => number;
}

/** Opens the carrier. What an earlier run counted but never signed is taken back first. */
export function openCarrier({ operator, book, limits, now }: CarrierParts): Carrier {
  const sent = (key: string) => operator.find(`${key}/1`);
  for (const key of book.recent(now())) if (sent(key) === undefined) book.release(key);

  function count(key: string, account: Address): void {
    const { forPerson, forAll } = book.today(account, now());
    if (forPerson >= limits.perPersonDaily) {
      throw new GasLimitError("You have had as much gas as anybody gets in a day.");
    }
    if (forAll >= limits.daily) {
      throw new SponsorEmptyError("The platform has paid for as much gas as it does in a day.");
    }
    book.count(key, account, now());
  }

  return {
    async carry({ key, account, mostGas }, send) {
      const known = sent(key);
      if (known !== undefined) return (await operator.settled(known.key)).hash;
      count(key, account);
      try {
        return await send(new OperatorSigner(operator, key, mostGas));
      } finally {
        // Signed or not is what counts: what was signed will arrive, whatever went wrong after.
        if (sent(key) === undefined) book.release(key);
      }
    },
  };
}
