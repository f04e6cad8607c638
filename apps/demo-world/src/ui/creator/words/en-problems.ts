import { enProblems } from "../../world/words/en-problems.ts";
import type { ProblemWords } from "../../world/words/index.ts";

/** What goes wrong at the desk, in English: the world's words, and the desk's own. */
export const enDeskProblems: Record<string, ProblemWords> = {
  ...enProblems,
  "recipient-blocked": {
    text: "The yen's issuer has blocked that account too.",
    todo: "Name another one.",
  },
  "claim-refused/AccountBlocked": {
    text: "The yen's issuer has blocked that account.",
    todo: "Name another one.",
  },
  "claim-refused": {
    text: "The platform did not carry the claim.",
    todo: "Nothing was moved, and it waits for you still. Try again.",
  },
  "payout-refused": {
    text: "The chain would not pay this.",
    todo: "Nothing was moved, and it waits for you still.",
  },
  "payout-unavailable": {
    text: "The chain does not answer.",
    todo: "Nothing is lost. Try again in a moment.",
  },
  "invalid-address": {
    text: "This is no account, or a character of it is wrong.",
    todo: "Copy it again.",
  },
  "desk-not-ready": {
    text: "The platform has not answered yet.",
    todo: "Wait a moment and try again.",
  },
  "statement-refused/unsupported": {
    text: "No node of this zone makes statements.",
    todo: "Payments are listed above; `ryugu payout statement` derives one from the chains.",
  },
  "statement-refused/another": {
    text: "The node gave a statement about something else. It was thrown away.",
    todo: "Tell the partner who runs it.",
  },
  "statement-refused/statement-too-long": {
    text: "This statement is longer than a node makes.",
    todo: "Choose a month instead of a year.",
  },
  "statement-refused/statement-unread": {
    text: "The node has not read everything yet that this statement rests on.",
    todo: "Wait a minute and try again.",
  },
  "statement-refused/too-many-requests": {
    text: "The nodes are asked too often just now.",
    todo: "Wait a moment and try again.",
  },
  "statement-refused": {
    text: "No node could make this statement.",
    todo: "Choose a shorter period, or try again later.",
  },
  "statement-untrusted": {
    text: "The statement is not signed by a partner of this zone. It was thrown away.",
    todo: "Tell the partner whose node gave it.",
  },
  "statement-contradictory": {
    text: "The statement does not add up. It was thrown away.",
    todo: "Tell the partner whose node gave it.",
  },
  "invalid-signature": {
    text: "The statement's signature is none. It was thrown away.",
    todo: "Tell the partner whose node gave it.",
  },
  "node-unavailable": {
    text: "No node of the zone answers.",
    todo: "Wait a moment and try again.",
  },
  "invalid-cash-out/limit": {
    text: "This is more than the issuer pays at once.",
    todo: "Cash out in two parts.",
  },
  "invalid-cash-out": {
    text: "The issuer did not take it.",
    todo: "Nothing was paid. Begin once more.",
  },
  "invalid-bank-account": {
    text: "The issuer cannot send money to this bank account.",
    todo: "Check every field against the passbook.",
  },
  "cash-out-too-small": {
    text: "Nothing would be left after the bank's fee.",
    todo: "Wait until there is more.",
  },
  "cash-out-not-found": {
    text: "Nobody knows of this cash-out here.",
    todo: "Ask the issuer. It was taken once at most.",
  },
  "cash-out-too-late": {
    text: "It cannot be stopped any more.",
    todo: "Its state is told above.",
  },
  "cash-out-unavailable": {
    text: "The yen's issuer does not answer.",
    todo: "Nothing is lost. Try again in a moment.",
  },
};
