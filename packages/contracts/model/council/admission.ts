import { policyNow } from "../asset/entry.ts";
import { emit, type Here } from "../here.ts";
import { ensure } from "../refusal.ts";
import type { Limit } from "../state/chain.ts";
import { drop, put, set } from "../state/journal.ts";
import { type Address, type AssetClass, type Collection, collectionKey } from "../words.ts";

/** Gives a collection a limit of its own. What was used in the present window is forgotten. */
export function setLimit(here: Here, collection: Collection, { cap, windowMinutes }: Limit): void {
  const key = collectionKey(collection);
  put(here.journal, here.chain.limits, key, { cap, windowMinutes });
  drop(here.journal, here.chain.usage, key);
  emit(here, { name: "LimitSet", collection: key });
}

/** For NFTs that were never given a limit of their own. */
export function setDefaultLimit(here: Here, { cap, windowMinutes }: Limit): void {
  set(here.journal, here.chain, "defaultLimit", { cap, windowMinutes });
  emit(here, { name: "DefaultLimitSet" });
}

/** Lets an ERC-20 born here in, as a class of money; `security` keeps it out by name. */
export function listToken(here: Here, token: Address, assetClass: AssetClass, limit: Limit): void {
  ensure(assetClass !== "nft", "ClassRefused", "an ERC-20 is no nft");
  put(here.journal, here.chain.listed, token, assetClass);
  setLimit(here, { homeChain: here.chain.id, homeToken: token }, limit);
  emit(here, { name: "TokenListed", token });
}

/** Replaces the policy when its notice is over; a later proposal takes the place of one that waits. */
export function proposePolicy(here: Here, policy: string): void {
  const validFrom = here.now + here.settings.policyNotice;
  const choice = { current: policyNow(here), next: { policy, validFrom } };
  set(here.journal, here.chain, "policy", choice);
  emit(here, { name: "PolicyProposed", policy, validFrom });
}
