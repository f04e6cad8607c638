import { policyNow } from "../asset/entry.ts";
import { NO_LIMIT } from "../asset/limits.ts";
import { emit, type Here } from "../here.ts";
import { ensure } from "../refusal.ts";
import type { Limit } from "../state/chain.ts";
import { drop, put, set } from "../state/journal.ts";
import { type Address, type AssetClass, type Collection, collectionKey } from "../words.ts";
import type { Decided } from "./decided.ts";

/** Gives a collection a limit of its own. What was used in the present window stays counted. */
export function setLimit(here: Here, collection: Collection, limit: Limit, decided: Decided): void {
  checkLimit(limit);
  decided();
  changeLimit(here, collection, limit);
}

/** For NFTs that nobody has met yet. */
export function setDefaultLimit(here: Here, limit: Limit, decided: Decided): void {
  checkLimit(limit);
  decided();
  const { cap, windowMinutes } = limit;
  set(here.journal, here.chain, "defaultLimit", { cap, windowMinutes });
  emit(here, { name: "DefaultLimitSet" });
}

/** Lets an ERC-20 born here in, as a class of money; or no more. What is away then comes home within its limit. */
export function listToken(
  here: Here,
  token: Address,
  assetClass: AssetClass | "none",
  limit: Limit,
  decided: Decided,
): void {
  if (assetClass !== "none") {
    checkLimit(limit);
    const isMoney = assetClass !== "nft" && assetClass !== "security";
    ensure(isMoney && here.chain.tokens.has(token), "ActOutOfBounds", assetClass);
  }
  decided();
  if (assetClass === "none") drop(here.journal, here.chain.listed, token);
  else put(here.journal, here.chain.listed, token, assetClass);
  emit(here, { name: "TokenListed", token });
  if (assetClass !== "none") {
    changeLimit(here, { homeChain: here.chain.id, homeToken: token }, limit);
  }
}

/** Replaces the policy when its notice is over; a later proposal takes the place of one that waits. */
export function proposePolicy(here: Here, policy: string, decided: Decided): void {
  decided();
  const validFrom = here.now + here.settings.policyNotice;
  const choice = { current: policyNow(here), next: { policy, validFrom } };
  set(here.journal, here.chain, "policy", choice);
  emit(here, { name: "PolicyProposed", policy, validFrom });
}

/** A limit delays. One that lets nothing through, or whose window never ends, would take the exit away. */
function checkLimit({ cap, windowMinutes }: Limit): void {
  const inBounds = cap > 0n && cap <= NO_LIMIT.cap && windowMinutes > 0;
  ensure(inBounds, "ActOutOfBounds", `${cap} in ${windowMinutes} minutes`);
}

function changeLimit(here: Here, collection: Collection, { cap, windowMinutes }: Limit): void {
  const key = collectionKey(collection);
  const { windowStart, used } = here.chain.meters.get(key) ?? { windowStart: 0, used: 0n };
  put(here.journal, here.chain.meters, key, { cap, windowMinutes, windowStart, used });
  emit(here, { name: "LimitSet", collection: key });
}
