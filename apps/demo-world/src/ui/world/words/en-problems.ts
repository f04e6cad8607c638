import type { ProblemWords, WorldWords } from "./words.ts";

const again = "Try again.";
const wait = "Wait a moment and try again.";

/** What went wrong, in English, by the code of the error or the server's own reason. */
export const enProblems: Record<string, ProblemWords> = {
  "name-empty": {
    text: "Nothing is left of this name that others could read.",
    todo: "Choose another.",
  },
  "passkey-rejected": {
    text: "The device was not unlocked in time, or you said no.",
    todo: "Try again, or use a passphrase.",
  },
  "passkey-unavailable": {
    text: "This browser offers no passkey here.",
    todo: "Use a passphrase.",
  },
  "passkey-without-prf": { text: "This passkey cannot lock a key.", todo: "Use a passphrase." },
  "passkey-failed": {
    text: "The passkey could not be used.",
    todo: "Try again, or use a passphrase.",
  },
  "weak-passphrase": { text: "This passphrase is too easy to guess.", todo: "Add a word or two." },
  "wrong-secret": {
    text: "This does not open the key.",
    todo: "Try again, or bring the key back from its backup.",
  },
  "wrong-passphrase": { text: "This passphrase does not open the file.", todo: again },
  "invalid-keystore": {
    text: "This file is no backup of a key.",
    todo: "Choose the .json file that you saved.",
  },
  "invalid-locked-key": {
    text: "The key on this device cannot be read.",
    todo: "Bring it back from its backup.",
  },
  "invalid-words/count": {
    text: "These are not twelve words.",
    todo: "Check whether one is missing.",
  },
  "invalid-words/unknown-word": {
    text: "One of the words is not on the list.",
    todo: "Check the spelling.",
  },
  "invalid-words/checksum": {
    text: "The words do not fit together.",
    todo: "Check their order and spelling.",
  },
  "crypto-unavailable": {
    text: "This page was not opened securely, so no key can be made.",
    todo: "Open it by its localhost or https address.",
  },
  "wallet-rejected": { text: "Your wallet said no.", todo: "Try again if that was not meant." },
  "wallet-unauthorized": {
    text: "Your wallet showed no account.",
    todo: "Choose an account in your wallet.",
  },
  "wallet-disconnected": {
    text: "Your wallet is not connected.",
    todo: "Open your wallet, then try again.",
  },
  "wallet-failed": {
    text: "Your wallet gave an answer that makes no sense.",
    todo: "Try again, or use another way in.",
  },
  "platform-unreachable": {
    text: "This world's server does not answer.",
    todo: "It may be starting. Try again in a moment.",
  },
  "node-unavailable": {
    text: "This world's server does not answer.",
    todo: "It may be starting. Try again in a moment.",
  },
  "manifest-unavailable": { text: "The zone's manifest cannot be read.", todo: wait },
  "manifest-untrusted": {
    text: "The zone's manifest is not the one that this page trusts.",
    todo: "Do not go on. Tell whoever gave you this address.",
  },
  "manifest-signature": {
    text: "The zone's manifest lacks the partners' signatures.",
    todo: "Do not go on. Tell whoever gave you this address.",
  },
  "session-unknown": { text: "The server no longer knows you.", todo: again },
  "siwe-refused": {
    text: "The server did not accept the sign-in.",
    todo: "Check this device's clock, then try again.",
  },
  "too-often": { text: "That was too often in a short time.", todo: wait },
  "hall-full": { text: "This hall is full.", todo: wait },
  "said-empty": {
    text: "Nothing is left of this that others could read.",
    todo: "Say it in other words.",
  },
  "said-too-long": { text: "That was too long.", todo: "Say it in two parts." },
  "message-invalid": { text: "The server did not understand.", todo: again },
  "message-too-large": { text: "That was too large.", todo: "Say less at once." },
  "booth-unknown": { text: "This booth is not here.", todo: "Walk up to a booth first." },
  "not-yours": {
    text: "The chain says that this is not in your account.",
    todo: "Look at your belongings once more.",
  },
  "chain-unreachable": {
    text: "The chain does not answer.",
    todo: "Nothing is lost. Try again in a moment.",
  },
  "avatar-unknown": {
    text: "This world does not know the avatar.",
    todo: "Choose another, or send the file again.",
  },
  "avatar-too-large": {
    text: "The file is larger than 20 MB. It was not read.",
    todo: "Choose a smaller avatar.",
  },
  "avatar-unreadable": {
    text: "This file cannot be read as an avatar.",
    todo: "Choose a .vrm file.",
  },
  "not-a-glb": { text: "This file is no .vrm.", todo: "Choose a .vrm file." },
  "glb-truncated": { text: "The file ends too early.", todo: "Download or export it again." },
  "avatar-not-vrm": { text: "This is a 3D model, but no avatar.", todo: "Export it as VRM." },
  "gift-taken": { text: "You have had your gift already.", todo: "It is among your belongings." },
  "gift-unknown": { text: "This gift is not on the table.", todo: "Choose another." },
  "sponsor-empty": {
    text: "This world has nothing left to give today.",
    todo: "Try again tomorrow.",
  },
  "yen-empty": {
    text: "This world has no test yen to give just now.",
    todo: "Its stock may still be on the way. Try again in a moment.",
  },
  "yen-refused": {
    text: "The yen's issuer does not let this account be paid.",
    todo: "Use another account, or ask the issuer.",
  },
  "invalid-order": {
    text: "What is offered here was not signed by its seller. Nothing was bought.",
    todo: "Look at what hangs here now, or tell the gallery.",
  },
  "invalid-purchase": {
    text: "The sale did not fit what is offered now.",
    todo: "Look at the price once more.",
  },
  "invalid-purchase/state": {
    text: "Somebody else was faster.",
    todo: "Look at what hangs here now.",
  },
  "payout-refused": {
    text: "The chain refused it.",
    todo: "Nothing was paid. Look at the offer once more.",
  },
  "payout-unavailable": {
    text: "The chain does not answer.",
    todo: "Nothing was paid. Try again in a moment.",
  },
  "invalid-shape": { text: "The server's answer makes no sense.", todo: again },
  "gas-limit": {
    text: "You have had as much toll as this world gives in a day.",
    todo: "Try again tomorrow, or pay the toll yourself.",
  },
  "avatar-unfit": {
    text: "This world cannot use the avatar.",
    todo: "Choose another, or export it again.",
  },
  "avatars-full": { text: "This world has no room for more avatars.", todo: "Choose one of ours." },
  "body-too-large": { text: "That was too large.", todo: "Choose something smaller." },
  "server-busy": {
    text: "This world has too much to do just now.",
    todo: "Wait a moment and try again.",
  },
  "platform-not-ready": {
    text: "This world is still being set up.",
    todo: "Wait a moment and try again.",
  },
  "transaction-pending": {
    text: "The chain is slow to take it.",
    todo: "Wait a moment and look again: it may still happen.",
  },
  "transaction-reverted": {
    text: "The chain refused it.",
    todo: "Nothing was taken from you. Try again.",
  },
  "world-chain": {
    text: "The chain does not answer.",
    todo: "Nothing is lost. Try again in a moment.",
  },
  "purchase-refused": {
    text: "The gallery did not take the sale.",
    todo: "Nothing was paid. Look at the offer once more.",
  },
  "application-refused": {
    text: "The fair did not take the application.",
    todo: "Nothing was kept. Look at what you chose, and try again.",
  },
  "application-refused/too-old": {
    text: "The signature was too old when it arrived.",
    todo: "Check this device's clock, then sign again.",
  },
  "application-refused/too-many": {
    text: "You have applied to this company often enough.",
    todo: "Take one back first.",
  },
  "application-refused/field-missing": {
    text: "Something that the company needs is missing.",
    todo: "Fill in what is needed.",
  },
  "application-unknown": {
    text: "The fair no longer has this application.",
    todo: "It has been taken back already.",
  },
  "origin-refused": {
    text: "This page may not speak with that world.",
    todo: "Open the page by the address that the world gave you.",
  },
  "desk-refused": {
    text: "This desk opens with its own address only.",
    todo: "Ask whoever runs the fair for the desk's address.",
  },
  "not-inside": { text: "The world is not there yet.", todo: "Wait a moment and try again." },
};

/** What the page says for a moment, in English. */
export const enNotices: WorldWords["notices"] = {
  "key-not-kept": () =>
    "This browser does not keep anything for your next visit. Make a backup of your key before you leave.",
  "gift-arrived": () => "It is yours, and in your hand.",
  "backup-made": () => "Your key has a backup.",
  "one-at-a-time": () => "One thing crosses at a time. What was in your hand stays here.",
  "item-arrived": (place) => `What you sent has arrived in ${place}.`,
  "item-returned": (place) => `What you sent has come back to ${place}.`,
  "avatar-problem": () => "An avatar could not be drawn. You see another in its place.",
  "context-lost": () => "The picture was lost for a moment and is drawn anew.",
  "no-way": () => "One cannot walk there.",
  "not-heard": () => "You are not connected. Nobody heard that.",
  "avatar-sent": () => "Everybody sees your own avatar now.",
  bought: (title) => (title === "" ? "It is yours." : `${title} is yours.`),
  offered: () => "It is for sale now.",
  "taken-back": () => "It is not for sale any more.",
  "work-hangs": (title) => `${title} hangs in Garan.`,
  "yen-arrived": () => "Your test yen is here.",
};
