import type { PolicyQuestion } from "../environment.ts";
import { type Here, isHome, representation } from "../here.ts";
import type { TransferMessage } from "../message/message.ts";
import { ensure, Refusal } from "../refusal.ts";
import type { AssetClass, Collection, Standard } from "../words.ts";
import { loadOf, unitsOf } from "./cross.ts";
import { fits } from "./limits.ts";

/** A collection's class at this gateway. */
export function classOf(here: Here, collection: Collection, standard: Standard): AssetClass {
  if (!isHome(here, collection)) return representation(here, collection).class;
  if (standard !== "erc20") return "nft";
  const listed = here.chain.listed.get(collection.homeToken);
  if (listed === undefined) throw new Refusal("TokenNotListed", collection.homeToken);
  return listed;
}

/** Refuses home tokens that may not leave: what may not enter there, and more at once than could come home. */
export function mayLeave(here: Here, message: TransferMessage): void {
  const load = loadOf(message);
  classOf(here, load.collection, load.standard);
  // One NFT always fits.
  const always = load.standard === "erc721" && load.assets.length === 1;
  ensure(always || fits(here, load), "AmountOverLimit", unitsOf(load).toString());
  mayEnter(here, message);
}

/**
 * Refuses what may not enter: asked when home tokens are sent, when home passes a Forward on, and before a Transfer's
 * representations are minted. Never on the way home.
 */
export function mayEnter(here: Here, message: TransferMessage): void {
  const load = loadOf(message);
  const assetClass = classOf(here, load.collection, load.standard);
  ensure(assetClass !== "security", "ClassRefused", assetClass);
  const reason = askPolicy(here, {
    class: assetClass,
    standard: message.standard,
    homeChain: message.homeChain,
    homeToken: message.homeToken,
    sourceChain: message.sourceChain,
    sender: message.sender,
    destinationChain: message.destinationChain,
    recipient: message.recipient,
    units: unitsOf(load),
  });
  ensure(reason === undefined, "PolicyRefused", reason);
}

function askPolicy(here: Here, question: PolicyQuestion): string | undefined {
  const policy = policyNow(here);
  if (policy === "none") return undefined;
  try {
    return here.env.policy(policy, question);
  } catch {
    return "the policy failed";
  }
}

/** A proposed policy takes the place of the current one when its notice is over. */
export function policyNow({ chain, now }: Here): string {
  const { current, next } = chain.policy;
  return next !== undefined && now >= next.validFrom ? next.policy : current;
}
