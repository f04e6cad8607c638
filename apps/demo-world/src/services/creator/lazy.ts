/** Everything that needs cryptography or a chain: one module, loaded once the desk is drawn. */
export { hasPassphrase, passkeysOf } from "@ryugu/sdk/wallet";
export { type Account, keptKey, unlockAccount } from "../world/account.ts";
export { type Chains, openChains } from "../world/chains.ts";
export { chainTime, yenOf } from "../world/gallery.ts";
export { loadPlatform, loadZoneHere } from "../world/load-platforms.ts";
export { readItemLooks } from "../world/read-item.ts";
export { type Session, signIn } from "../world/session.ts";
export { openCashOut, signWish } from "./cash-out.ts";
export { isBlocked, sendClaim, signCreditClaim } from "./claim.ts";
export { partOf } from "./part-of-split.ts";
export { findPlaces, readCredits } from "./read-money.ts";
export { readStatement, readStatementPdf, statementName } from "./statement.ts";
