import type { Period, SignedStatement, StatementLanguage } from "@ryugu/sdk/payout/statement";
import type { StatementFile, StatementFormat } from "@ryugu/sdk/payout/statement/node";
import type { Address } from "@ryugu/sdk/primitives";

/** What creators got, derived from the node's index and signed by its validator. */
export interface CreatorStatements {
  /**
   * Derives and signs what one account got in a period.
   *
   * @throws StatementUnreadError, StatementTooLongError, StatementFactsError
   * @throws SignerUnavailableError, SigningRefusedError
   */
  sign(account: Address, period: Period): Promise<SignedStatement>;
  /**
   * Makes a file of it.
   *
   * @throws StatementTooLongError, and StatementPdfError where the libraries or fonts are not installed
   */
  render(
    statement: SignedStatement,
    options: { format: StatementFormat; language: StatementLanguage },
  ): Promise<StatementFile>;
}
