import type { Action } from "./actions.ts";
import { claim } from "./arrive/claim.ts";
import { deliver } from "./arrive/deliver.ts";
import { redirect, retry } from "./arrive/retry.ts";
import { decide } from "./council/act.ts";
import { claimLeaf } from "./council/leaf-claim.ts";
import { pause } from "./council/pause.ts";
import { rotate } from "./council/rotate.ts";
import { challenge } from "./council/wind-down.ts";
import type { Event } from "./events.ts";
import type { Here } from "./here.ts";
import { chainOf, type Model } from "./model.ts";
import { happenOutside } from "./outside.ts";
import type { RefusalName } from "./refusal.ts";
import { sendBySignature, voidNonce } from "./send/intent.ts";
import { resendCollection } from "./send/resend.ts";
import { sendAll } from "./send/send.ts";
import { attempt, undoTo } from "./state/journal.ts";

/** What came of an action: what happened, or why nothing did. */
export type Outcome =
  | { readonly done: true; readonly events: readonly Event[] }
  | { readonly done: false; readonly refusal: RefusalName; readonly detail: string };

/** Does one action at one second, wholly or not at all. The model's zone is changed in place. */
export function step(model: Model, action: Action, now: number): Outcome {
  const outcome = run(model, action, now);
  model.journal.length = 0;
  return outcome;
}

/** What would come of the last of several actions; nothing is changed. */
export function previewAll(model: Model, actions: readonly Action[], now: number): Outcome {
  let outcome: Outcome = { done: true, events: [] };
  for (const action of actions) outcome = run(model, action, now);
  undoTo(model.journal, 0);
  return outcome;
}

function run(model: Model, action: Action, now: number): Outcome {
  const chain = chainOf(model, action.on);
  const { env, journal } = model;
  const events: Event[] = [];
  const here: Here = { chain, now, settings: model.zone.settings, env, journal, events };
  const refused = attempt(journal, () => perform(here, action, model.zone.name));
  if (refused === undefined) return { done: true, events: [...events] };
  return { done: false, refusal: refused.refusal, detail: refused.detail };
}

function perform(here: Here, action: Action, zone: string): void {
  switch (action.type) {
    case "send":
      sendAll(here, action.requests, action.paid);
      break;
    case "send-by-signature":
      sendBySignature(here, action.intent, action.signature, action.paid);
      break;
    case "void-nonce":
      voidNonce(here, action.sender, action.nonce);
      break;
    case "resend-collection":
      resendCollection(here, action);
      break;
    case "deliver":
      deliver(here, action);
      break;
    case "claim":
      claim(here, action);
      break;
    case "retry":
      retry(here, action.id);
      break;
    case "redirect":
      redirect(here, action);
      break;
    case "rotate":
      rotate(here, action.rotation, action.signatures, zone);
      break;
    case "act":
      decide(here, action.nonce, action.act, action.signatures);
      break;
    case "pause":
      pause(here, action.by, action.pause, action.signature);
      break;
    case "challenge":
      challenge(here, action.counterpart, action.leaves);
      break;
    case "claim-leaf":
      claimLeaf(here, action);
      break;
    default:
      happenOutside(here, action);
      break;
  }
}
