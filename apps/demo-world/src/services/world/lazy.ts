/** Everything that needs cryptography or a chain: one module, loaded while somebody is still choosing who to be. */
export {
  checkPasskeySupport,
  discoverWallets,
  exportBackup,
  hasPassphrase,
  passkeyHost,
  passkeysOf,
  ratePassphrase,
  wordsOf,
} from "@ryugu/sdk/wallet";
export {
  type Account,
  accountFromBackup,
  accountFromWords,
  addPassphrase,
  connectAccount,
  forgetKey,
  keptKey,
  type LockChoice,
  type MadeKey,
  makeAccount,
  unlockAccount,
} from "./account.ts";
export { approveItem } from "./approve-item.ts";
export { type Chains, openChains } from "./chains.ts";
export { apply, readOwnApplications, withdraw } from "./fair.ts";
export { findBelongings } from "./find-belongings.ts";
export {
  askYen,
  buy,
  chainTime,
  openMarket,
  paymentsOf,
  readOffer,
  yenOf,
} from "./gallery.ts";
export { askGas } from "./gas.ts";
export { takeGift } from "./gift.ts";
export { loadPlatform, loadZoneHere } from "./load-platforms.ts";
export { checkAccounts, makeWork, newWorkKey, sendPicture } from "./making.ts";
export { readItemLooks } from "./read-item.ts";
export { runCrossing } from "./run-crossing.ts";
export {
  offerToken,
  postOrder,
  previewSale,
  readOrders,
  type Sellable,
  takeBack,
} from "./selling.ts";
export { type Session, signIn } from "./session.ts";
export { signerOn } from "./signer.ts";
