import type { ProblemWords } from "./words.ts";

/** What went wrong at the easel, at the stall and while selling, in English. */
export const enShopProblems: Record<string, ProblemWords> = {
  "picture-unusable": {
    text: "This browser cannot read the file as a picture.",
    todo: "Choose a PNG, JPEG or WebP.",
  },
  "picture-unusable/too-large": {
    text: "The picture's file is larger than 30 MB. It was not read.",
    todo: "Choose a smaller one.",
  },
  "picture-refused": {
    text: "The gallery cannot hang this picture.",
    todo: "Choose another, or save it as PNG or JPEG first.",
  },
  "picture-refused/your-room": {
    text: "You have brought as many pictures as one person may.",
    todo: "Try again tomorrow.",
  },
  "picture-refused/room": {
    text: "The gallery has no room for more pictures just now.",
    todo: "Try again later.",
  },
  "invalid-address": {
    text: "One of the accounts has a mistake in it.",
    todo: "Copy it once more from where it came.",
  },
  "work-refused": {
    text: "The gallery did not take the work.",
    todo: "Look at what you wrote, and try again.",
  },
  "work-refused/title": {
    text: "Nothing is left of this title that others could read.",
    todo: "Choose another.",
  },
  "work-refused/name": {
    text: "Nothing is left of a creator's name that others could read.",
    todo: "Write it in other letters.",
  },
  "work-refused/payee": {
    text: "One of the accounts can do nothing with money.",
    todo: "Ask that creator for their own account.",
  },
  "work-refused/often": {
    text: "You have made as many works as one person may in a day.",
    todo: "Try again tomorrow.",
  },
  "work-refused/full": {
    text: "All frames are taken just now.",
    todo: "A frame becomes free when a work is sold. Try again later.",
  },
  "order-refused": {
    text: "The market did not take the offer.",
    todo: "The thing is still yours. Look at the price, and try again.",
  },
  "order-refused/stale": {
    text: "The thing is not with you any more, or the market may not hand it over.",
    todo: "Look at your belongings once more.",
  },
  "order-refused/filled": { text: "It has been sold already.", todo: "Look at the market." },
  "order-refused/royalty": {
    text: "Its creators' royalty has changed meanwhile.",
    todo: "Look at what you would get, and try again.",
  },
  "order-refused/too-many": {
    text: "You offer as much as one person may.",
    todo: "Take something back first.",
  },
  "order-refused/full": { text: "The market has no room just now.", todo: "Try again later." },
};
