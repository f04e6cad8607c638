import { enForms } from "./en-forms.ts";
import { enMoney } from "./en-money.ts";
import { enDeskProblems } from "./en-problems.ts";
import type { CreatorWords } from "./words.ts";

/** The creator's desk in English. */
export const en: CreatorWords = {
  ...enMoney,
  ...enForms,
  title: "Creator's desk",
  lead: "What your works earned, where it is now, and how it gets to you.",
  skip: "Skip to the money",
  language: "Language",
  theme: "Light",
  themes: { system: "As the device", light: "Day", dark: "Night" },
  footer:
    "Yen of this demo is test yen. Amounts are read from the chains; what a node tells is its own word until it signs a statement.",
  failed: "This part could not be drawn. The rest works on.",
  zone: {
    loading: "Reading the zone",
    unavailable: "The zone's manifest is not there yet. Trying again.",
    refused: "This zone's manifest is not to be trusted",
    refusedText: "Nobody in it was asked anything. Tell whoever gave you this address.",
  },
  node: {
    asking: "Looking for a node",
    live: (partner) => `Told by ${partner}`,
    none: "No node tells payments",
    noneText:
      "No node that answers reads payments. Balances and credits are read from the chains all the same; the list of payments and the statement come back by themselves.",
  },
  who: {
    own: "Your key",
    other: "Looking only",
    otherText:
      "This is another account than that of the key in this browser. Everybody may look; only its key may act.",
    nobody: "No key is kept in this browser",
    nobodyText:
      "Enter the world once and make a key: from then on this is your desk. Or look at any account by its address.",
    toWorld: "To the world",
    account: "Account",
    lookAt: "Look at an account",
    look: "Look",
    back: "Back to my own",
    invalid: "An account has 0x and 40 digits or letters a to f.",
    copy: "Copy the account",
    copied: "Copied",
    copyFailed: "It could not be copied",
    shared: "The nodes and chains of the zone that are asked see which account is looked at.",
  },
  key: {
    open: "Open my key",
    close: "Lock",
    opened: "Your key is open",
    title: "Open your key",
    text: "Looking needs no key. Taking money does: it is signed here, on this device.",
    passkey: "Open with a passkey",
    passphrase: "Passphrase",
    submit: "Open",
    opening: "Opening",
    cancel: "Not now",
    needed: "For this your key must be open.",
    notYours: "Only the key of this account can do this.",
  },
  problems: enDeskProblems,
  unknownProblem: {
    text: "Something went wrong that this page has no words for.",
    todo: "Try again.",
  },
};
