import type { MakingWords } from "./making-words.ts";

/** The easel, in English. */
export const enMaking: MakingWords = {
  title: "Make a work",
  lead: "A picture of yours becomes one work, yours alone on Garan's chain, and hangs here for sale. The gallery pays the toll.",
  desk: "What your works have earned",
  pictureChoose: "Choose a picture",
  pictureReading: "The picture is being opened",
  pictureAgain: "Choose another",
  pictureAlt: "Your picture, as it will be sent",
  pictureHint:
    "It is drawn anew here, at most 1,024 pixels a side: where and when it was taken stays on this device.",
  titleLabel: "Title",
  aboutLabel: "A few words about it (if you like)",
  creators: "Who made it",
  creatorsHint:
    "Everybody here is paid in the same moment in which the work is sold. Once it is made, nobody can change this, not even you.",
  creator: (number) => `Creator ${number}`,
  creatorName: "Name",
  creatorAccount: "Account",
  creatorPart: "Part in %",
  removeCreator: (number) => `Leave out creator ${number}`,
  you: "you",
  addCreator: "Add a creator",
  divideEvenly: "Divide evenly",
  sum: (percent) => `Together ${percent} % of 100 %`,
  priceLabel: "Price in test yen",
  priceHint: "Whole yen, up to 10,000,000.",
  preview: "This is how it will hang",
  previewShares: "Who gets what when it is sold",
  resale:
    "Of each later sale, in this world and in others, 5 % come back to the same people, in the same parts.",
  faults: {
    picture: "a picture",
    title: "a title",
    "creator-name": "a name for each creator",
    "creator-account": "an account for each creator (0x and 40 letters or digits)",
    "creator-twice": "each account once only",
    "creator-percent": "a part for each creator, with two decimals at most",
    sum: "parts that are 100 % together",
    price: "a price in whole yen",
  },
  missing: (faults) => `Still needed: ${faults}.`,
  make: "Make it and hang it",
  makeText:
    "You are asked to sign once: that the work is for sale at this price. All rights to the picture remain with you.",
  steps: "The way to the wall",
  step: {
    picture: {
      next: "Send the picture",
      now: "The picture is on its way",
      done: "The gallery has the picture",
    },
    work: {
      next: "Make the work on the chain",
      now: "The chain makes the work and its creators' split. This takes some seconds",
      done: "The work is made, and it is yours",
    },
    offer: {
      next: "Sign that it is for sale",
      now: "Your key signs that it is for sale",
      done: "It is offered, signed by you",
    },
    hang: {
      next: "Hang it",
      now: "It is being carried to its frame",
      done: "It hangs",
    },
  },
  stopped: "Nothing is lost. Go on from here, or change something first.",
  stoppedMade: "What is done stays done, and the work is yours already. Go on from here.",
  goOn: "Go on",
  change: "Change something",
  leave: "Leave it unsold for now",
  done: "Your work hangs. Everybody who comes in can see it and buy it.",
  see: "Go and look at it",
  another: "Make another",
};
