import type { Period, SignedStatement, StatementLanguage } from "@ryugu/sdk/payout/statement";
import type { StatementFile, StatementFormat } from "@ryugu/sdk/payout/statement/node";
import type { Address, Bytes32 } from "@ryugu/sdk/primitives";

/** A statement with a validator's word for it. */
export interface SignedForCreator {
  statement: SignedStatement;
  /** The same from every node that read the same blocks. */
  digest: Bytes32;
}

/** Told how long was computed, in milliseconds: also for what came to nothing. */
export type OnSpent = (milliseconds: number) => void;

/** What creators got, derived from the node's index and signed by its validator. */
export interface CreatorStatements {
  /**
   * Derives and signs what one account got in a period.
   *
   * @throws StatementUnreadError, StatementTooLongError, StatementFactsError
   * @throws SignerUnavailableError, SigningRefusedError
   */
  sign(account: Address, period: Period, onSpent: OnSpent): Promise<SignedForCreator>;
  /**
   * Makes a file of it.
   *
   * @throws StatementTooLongError, and StatementPdfError where the libraries or fonts are not installed
   */
  render(
    statement: SignedStatement,
    options: { format: StatementFormat; language: StatementLanguage },
    onSpent: OnSpent,
  ): Promise<StatementFile>;
}
