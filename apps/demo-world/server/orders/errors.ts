import { ReasonedError } from "../http/errors.ts";

/**
 * A person's order does not go onto the platform's board: it is not theirs, not for here, or nobody could buy by it. Reasons:
 * `terms`, `seller`, `chain`, `market`, `rail`, `currency`, `kind`, `buyer`, `intermediary`, `policy`, `price`, `validity`,
 * `signature`, `royalty`, where it stands instead of `open` (`stale`, `filled`, …), `too-many`, `full`.
 */
export class OrderRefusedError extends ReasonedError {
  readonly code = "order-refused";
}
