import type { DeskWords } from "./words.ts";

/** The desk in English. */
export const en: DeskWords = {
  title: "Desk",
  lead: "Who has applied, what people ask at the booth, and your answers.",
  opening: "Opening the desk",
  lockedTitle: "This desk is closed",
  lockedText:
    "It opens with the address that your company was given by whoever runs the fair. Open that address again.",
  lost: "The connection is lost. We are trying again; nothing is lost.",
  live: "Live",
  applications: "Applications",
  count: (count) => (count === 1 ? "1 application" : `${count} applications`),
  none: "Nobody has applied yet. A new application appears here by itself.",
  verified: "Verified here",
  verifiedText:
    "Checked on this device: signed by the applicant's key, to your company, and unchanged.",
  unverified: "Not genuine",
  unverifiedText: "The signature does not fit what is written. Do not rely on it.",
  applicant: "Applicant's key",
  job: "Position",
  received: "Received",
  signedAt: "Signed",
  receipt: "Receipt",
  exportAll: "Export as JSON",
  exportText:
    "You answer for what you export: when somebody takes an application back, it vanishes here and not from your copies.",
  withdrawn: (count) =>
    count === 1 ? "1 application was taken back." : `${count} applications were taken back.`,
  withdrawnNow:
    "Somebody has just taken an application back. It is gone from here; please delete copies that you exported.",
  talk: "At the booth",
  talkText: "People see your company's name and your answer. You see the name over their head.",
  talkNone: "Nobody has asked anything yet.",
  staff: "staff",
  answer: "Your answer",
  say: "Answer",
  sayFailed: "That was not heard. Try again.",
  language: "Language",
};
