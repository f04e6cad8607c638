import { creditsContract } from "./contract/credits.contract.ts";
import type { PaymentRailFixture } from "./contract/fixture.contract.ts";
import { payingContract } from "./contract/paying.contract.ts";
import { recordsContract } from "./contract/records.contract.ts";
import { signingContract } from "./contract/signing.contract.ts";

export type { PaymentRailFixture } from "./contract/fixture.contract.ts";

/** What holds for every `PaymentRail`. `fixture` is asked for once a test. */
export function paymentRailContract(fixture: () => PaymentRailFixture): void {
  payingContract(fixture);
  signingContract(fixture);
  creditsContract(fixture);
  recordsContract(fixture);
}
