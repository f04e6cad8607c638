import type { Address } from "@ryugu/sdk/primitives";
import { WorldChainError } from "../chain/errors.ts";
import { SponsorEmptyError } from "../operator/errors.ts";
import type { Operator } from "../operator/operator.ts";
import { allowanceFor, type SponsorLimits } from "./allowance.ts";
import { GasLimitError } from "./errors.ts";
import type { GasLedger } from "./gas-ledger.ts";
import { shared } from "./shared.ts";

/** What was given now, what may still be given today, and what the account holds. In the smallest unit. */
export interface GasGiven {
  readonly given: bigint;
  readonly left: bigint;
  readonly balance: bigint;
}

/** Pays people's gas. */
export interface Sponsor {
  /**
   * Fills an account up, if it needs it. Asked twice at once, it gives once.
   *
   * @throws GasLimitError, SponsorEmptyError, WorldChainError, ServerBusyError, TransactionPendingError
   */
  fill(account: Address): Promise<GasGiven>;
}

const keyOf = (grant: number) => `gas:${grant}`;

/** Opens the sponsor. What an earlier run counted but never signed is taken back first. */
export function openSponsor(
  operator: Operator,
  ledger: GasLedger,
  limits: SponsorLimits,
  now: () => number,
): Sponsor {
  for (const grant of ledger.recent(now())) {
    if (operator.find(keyOf(grant)) === undefined) ledger.release(grant);
  }
  const balanceOf = (account: Address) =>
    operator.chain.getBalance(account).catch((cause: unknown) => {
      throw new WorldChainError("The platform's chain does not answer.", { cause });
    });

  async function fill(account: Address): Promise<GasGiven> {
    const balance = await balanceOf(account);
    const { toPerson, toAll } = ledger.given(account, now());
    const allowance = allowanceFor({ balance, givenToPerson: toPerson, givenToAll: toAll }, limits);
    const left = limits.perPersonDaily - toPerson;
    if (allowance.kind === "enough") return { given: 0n, left, balance };
    if (allowance.kind === "person-limit") {
      throw new GasLimitError("You have had as many coins as anybody gets in a day.");
    }
    if (allowance.kind === "platform-limit") {
      throw new SponsorEmptyError("The platform has given all that it gives in a day.");
    }
    const { amount } = allowance;
    const grant = ledger.plan(account, amount, now());
    await operator.submit({ key: keyOf(grant), to: account, value: amount }).catch((error) => {
      // Signed or not is what counts: what was signed will arrive, whatever went wrong after.
      if (operator.find(keyOf(grant)) === undefined) ledger.release(grant);
      throw error;
    });
    await operator.settled(keyOf(grant));
    return { given: amount, left: left - amount, balance: await balanceOf(account) };
  }

  return { fill: shared(fill) };
}
