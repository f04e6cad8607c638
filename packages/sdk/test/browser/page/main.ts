import * as passport from "../../../src/passport/index.ts";
import * as wallet from "../../../src/wallet/index.ts";

declare global {
  /** What the test calls in the page. */
  var sdk: { passport: typeof passport; wallet: typeof wallet };
}

globalThis.sdk = { passport, wallet };
