import type { TransferState } from "@ryugu/sdk/transfer";

/** The facts that decide where a transfer stands. */
export interface TransferFacts {
  final: boolean;
  attested: boolean;
  delivered: boolean;
  parked: boolean;
  retried: boolean;
  /** A Return that names this message was sent. */
  returned: boolean;
}

/** Where a transfer stands, by its facts; the last thing that happened on the destination wins. */
export function transferState(facts: TransferFacts): TransferState {
  if (facts.returned) return "returned";
  if (facts.parked && !facts.retried) return "parked";
  if (facts.delivered) return "delivered";
  if (facts.attested && facts.final) return "attested";
  return facts.final ? "final" : "sent";
}
