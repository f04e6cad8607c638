import type { TradeWords } from "./trade-words.ts";

/** Buying and selling among people, in English. */
export const enTrade: TradeWords = {
  title: "People's market",
  lead: "What people here sell to each other. The creators get their royalty of every sale.",
  reading: "Looking at what is on the stall",
  empty: "Nothing is on the stall just now. Anything of yours that is in this world can lie here.",
  more: "Show more",
  refresh: "Look again",
  back: "Back to the stall",
  gone: "This is not for sale any more.",
  sellOwn: "Sell something of yours",
  yours: "yours",
  whoGets: "Who gets what",
  you: (name) => `${name} (you)`,
  payees: {
    self: () => "You",
    creator: (account) => account,
    seller: () => "The seller",
    creators: () => "The creators",
    account: (account) => account,
  },
  roles: { royalty: "royalty", fee: "fee", proceeds: "the rest" },
  shareOfRoyalty: (percent) => `${percent} of the royalty`,
  royaltyGoesHome: (creators) =>
    `The royalty goes home over the bridge and is divided there, by the same split as ever: ${creators}.`,
  unnamedCreator: "a creator",
  ownOffer: "You sell this yourself.",
  toBelongings: "To your belongings",
  forSale: (price) => `for sale at ${price}`,
  takeBack: "Take back",
  takingBack: "Taking it back",
  sellHere: "Sell here",
  sellTitle: (name) => `Sell: ${name}`,
  sellLead:
    "It stays yours until somebody buys it. Carrying it through the gate takes it off the market.",
  priceLabel: "Price in test yen",
  priceHint: "Whole yen, up to 10,000,000.",
  asking: "Asking the chain who gets what",
  youGet: (amount) => `You get ${amount}`,
  isFirst: "It is its first sale: all of the price goes to its creators, by their split.",
  isResale: "Its creators' royalty is paid first, by the market itself.",
  sell: "Sign and offer it",
  sellAgain: "Try again",
  sellText:
    "The platform pays the toll. The offer counts for 30 days; you can take it back before.",
  selling: {
    gas: "Getting the toll",
    signing: "Letting the market hand it over, and signing",
    posting: "Putting it on the stall",
  },
  offered: (price) => `It is for sale at ${price}. Whoever comes to the stall sees it.`,
};
