/**
 * Why an account is not paid what is credited to it, by the currency's own word now. `payable`: it would be paid now, because what
 * kept it has passed.
 */
export type CreditReason =
  | "payable"
  | "blocked"
  | "paused"
  | "not-registered"
  | "other"
  | "unknown";

/** Money that waits for an account at a rail or split. */
export interface WaitingCredit {
  /** Names place and currency. */
  readonly key: string;
  readonly chain: string;
  /** The rail or split that owes it. */
  readonly place: string;
  readonly currency: string;
  /** In the currency's smallest unit; more than zero. */
  readonly amount: string;
  readonly reason: CreditReason;
}

const REASONS: Readonly<Record<string, CreditReason>> = {
  AccountBlocked: "blocked",
  TransfersPaused: "paused",
  EnforcedPause: "paused",
  AccountNotRegistered: "not-registered",
};

/** What a currency's refusal means: the name of its error, such as `AccountBlocked`. */
export const creditReason = (error: string): CreditReason =>
  Object.hasOwn(REASONS, error) ? (REASONS[error] ?? "other") : "other";

/** Names a credit. */
export const creditKey = ({
  chain,
  place,
  currency,
}: Pick<WaitingCredit, "chain" | "place" | "currency">) =>
  `${chain}/${place}/${currency}`.toLowerCase();
