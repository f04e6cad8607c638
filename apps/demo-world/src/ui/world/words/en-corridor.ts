import type { CorridorWords } from "./words.ts";

/** The way between the worlds, in English. */
export const enCorridor: CorridorWords = {
  title: (from, to) => `From ${from} to ${to}`,
  emptyHanded: "You carry nothing. Only you cross.",
  phase: {
    gas: "The world you leave pays your toll",
    approving: "Allowing the gate to take it",
    sending: "Handing it to the gate",
    sent: "Sent. Waiting until it cannot be undone",
    final: "Final. The partners are signing",
    attested: "Signed. It is being delivered",
    delivered: "It has arrived",
    parked: "It is waiting at the other side",
    returned: "It goes back to you",
    failed: "It stayed where it was",
  },
  stages: {
    sent: "Sent",
    final: "Final",
    delivered: "Delivered",
    parked: "Parked",
    returned: "Returned",
  },
  signature: (number) => `Signature ${number}`,
  awaited: "awaited",
  elapsed: (seconds) => `${seconds} s`,
  took: (seconds) => `Crossed in ${seconds} s`,
  admission: {
    asking: (to) => `${to} is asked to let you in`,
    admitted: (to) => `${to} lets you in`,
    failed: (to) => `${to} does not let you in yet`,
  },
  open: (to) => `The door to ${to} is open.`,
  goOn: (to) => `Walk on to ${to}`,
  goBack: (from) => `Walk back to ${from}`,
  retry: "Try again",
  problems: {
    "sponsor-empty": {
      text: "This world has no toll left to give you today.",
      todo: "Your item has not left your hand. Walk back, or try again later.",
    },
    "sponsor-unreachable": {
      text: "The world you leave does not answer, so nobody can pay the toll now.",
      todo: "Your item has not left your hand. Try again in a moment.",
    },
    "chain-unreachable": {
      text: "A chain does not answer.",
      todo: "Nothing is lost. We keep asking; you may stay, walk back, or close the page and return.",
    },
    "nodes-unreachable": {
      text: "None of the zone's nodes answers.",
      todo: "What was sent waits on the chain and arrives once they are back. You may walk back or close the page.",
    },
    "wallet-refused": {
      text: "Your wallet was not allowed to sign.",
      todo: "Your item has not left your hand. Try again, or walk back.",
    },
    "not-owner": {
      text: "The chain says that this item is not in your account.",
      todo: "Walk back and look at your belongings: it may have crossed already.",
    },
    refused: {
      text: "The chain refused to send the item.",
      todo: "It has not left your hand. Try again, or walk back.",
    },
    "destination-unreachable": {
      text: "The other world does not answer.",
      todo: "You may wait here or walk back. Your item arrives all the same.",
    },
  },
  parked: {
    text: "It has arrived at the other chain and could not be handed over yet.",
    todo: "Nothing is lost: it is kept there for you, and nobody else can take it. Anyone may try again to hand it over; once its time is over, trying brings it back to you. You may walk on or back without it.",
  },
  returned: {
    text: "It could not be handed over in time and goes back to you by itself.",
    todo: "Walk back: it will be among your belongings again.",
  },
  technical: "Technical details",
  reason: "The chain's reason",
  safe: "You may close this page: it goes on when you return.",
  messageId: "Message id",
};
