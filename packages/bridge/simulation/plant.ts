import type { Rules } from "@ryugu/contracts/model";
import type { Store } from "../src/ports/store.ts";

/** A bug that a test plants, to see that the laws notice. */
export interface Plant {
  /** Rules of the contracts that do not hold. */
  rules?: Partial<Rules>;
  /** A store that does something else. */
  store?: (store: Store) => Partial<Store>;
  /** How many endpoints must agree. */
  agreement?: number;
}
