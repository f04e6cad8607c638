/** How much the platform gives for gas. Amounts in the chain's smallest unit. */
export interface SponsorLimits {
  /** What an account is filled up to: enough for several crossings. */
  readonly target: bigint;
  /** The most for one person in a day. */
  readonly perPersonDaily: bigint;
  /** The most for everybody in a day. */
  readonly daily: bigint;
}

const COIN = 10n ** 18n;

/** Twenty thousandths of a coin at once, a tenth a day, fifty coins for all. */
export const SPONSOR_LIMITS: SponsorLimits = {
  target: COIN / 50n,
  perPersonDaily: COIN / 10n,
  daily: 50n * COIN,
};

/** What is known when somebody asks. */
export interface Request {
  readonly balance: bigint;
  /** Given to the person today, and to everybody. */
  readonly givenToPerson: bigint;
  readonly givenToAll: bigint;
}

/** What is given, or why nothing is. */
export type Allowance =
  | { readonly kind: "give"; readonly amount: bigint }
  | { readonly kind: "enough" }
  | { readonly kind: "person-limit" }
  | { readonly kind: "platform-limit" };

/** Fills an account up once it is less than half full, as far as both limits allow. */
export function allowanceFor(
  { balance, givenToPerson, givenToAll }: Request,
  { target, perPersonDaily, daily }: SponsorLimits,
): Allowance {
  if (balance * 2n >= target) return { kind: "enough" };
  const wanted = target - balance;
  if (givenToPerson + wanted > perPersonDaily) return { kind: "person-limit" };
  if (givenToAll + wanted > daily) return { kind: "platform-limit" };
  return { kind: "give", amount: wanted };
}
