import { emit, type Here } from "../here.ts";
import { gatewayText, type Signature } from "../message/signature.ts";
import { ensure } from "../refusal.ts";
import type { Chain } from "../state/chain.ts";
import { put } from "../state/journal.ts";
import type { Address } from "../words.ts";
import type { SendRequest } from "./request.ts";
import { sendAll } from "./send.ts";

/** What a holder signs and somebody else submits. */
export interface SendIntent extends SendRequest {
  readonly nonce: bigint;
  /** The last second at which it may be used. */
  readonly expiry: number;
}

/** The text that the holder signs; it binds the gateway. */
export function intentText({ id, gateway }: Pick<Chain, "id" | "gateway">, intent: SendIntent) {
  const { sender, destination, collection, assets, recipient, refundAccount } = intent;
  const { deadline, reference, nonce, expiry } = intent;
  return gatewayText(id, gateway, "Send", [
    ...[sender, destination, collection.homeChain, collection.homeToken],
    ...[assets.map(({ id, amount }) => [id, amount]), recipient, refundAccount, deadline],
    ...[reference, nonce, expiry],
  ]);
}

/** Sends for a holder who signed. Whoever submits pays the fee. Permits are the token's matter and not modelled. */
export function sendBySignature(
  here: Here,
  intent: SendIntent,
  signature: Signature,
  paid: bigint,
): void {
  ensure(here.now <= intent.expiry, "Expired");
  if (here.env.rules.spendsNonces) spendNonce(here, intent.sender, intent.nonce);
  const signed = signature.signed === intentText(here.chain, intent);
  ensure(signed && signature.signer === intent.sender, "SignatureInvalid");
  sendAll(here, [intent], paid);
}

/** A sender takes back what was signed but not used. */
export function voidNonce(here: Here, sender: Address, nonce: bigint): void {
  spendNonce(here, sender, nonce);
  emit(here, { name: "NonceVoided", sender, nonce });
}

function spendNonce(here: Here, sender: Address, nonce: bigint): void {
  const key = `${sender} ${nonce}`;
  ensure(!here.chain.usedNonces.has(key), "NonceUsed", key);
  put(here.journal, here.chain.usedNonces, key, true);
}
