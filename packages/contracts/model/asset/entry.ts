import type { PolicyQuestion } from "../environment.ts";
import { type Here, isHome, representation } from "../here.ts";
import type { TransferMessage } from "../message/message.ts";
import { ensure, Refusal } from "../refusal.ts";
import type { AssetClass, Collection, Standard } from "../words.ts";
import { loadOf, unitsOf } from "./cross.ts";

/** An ERC-1155 id of which more than this is sent at once behaves like money. */
const MOST_UNITS_OF_AN_ID = 1_000_000n;

/** A collection's class at this gateway. */
export function classOf(here: Here, collection: Collection, standard: Standard): AssetClass {
  if (!isHome(here, collection)) return representation(here, collection).class;
  if (standard !== "erc20") return "nft";
  const listed = here.chain.listed.get(collection.homeToken);
  if (listed === undefined) throw new Refusal("TokenNotListed", collection.homeToken);
  return listed;
}

/**
 * Refuses what may not enter: asked when home tokens are sent, when home passes a Forward on, and before a Transfer's
 * representations are minted. Never on the way home.
 */
export function mayEnter(here: Here, message: TransferMessage): void {
  const load = loadOf(message);
  const assetClass = classOf(here, load.collection, load.standard);
  ensure(assetClass !== "security", "ClassRefused", assetClass);
  const fungible = load.assets.some(({ amount }) => amount > MOST_UNITS_OF_AN_ID);
  ensure(load.standard !== "erc1155" || !fungible, "FungibleLike");
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
