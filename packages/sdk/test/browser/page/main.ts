import * as passport from "../../../src/passport/index.ts";
import * as pdf from "../../../src/payout/statement/pdf/index.ts";
import * as wallet from "../../../src/wallet/index.ts";

declare global {
  /** What the test calls in the page. */
  var sdk: { passport: typeof passport; pdf: typeof pdf; wallet: typeof wallet };
}

globalThis.sdk = { passport, pdf, wallet };
