const YEN = 10n ** 18n;

/** What an account that the issuer does not know may move at once: ¥1,000,000. */
export const FREE_LIMIT = 1_000_000n * YEN;

/** What a platform's operator begins with, to give to people: ¥60,000,000, which is enough for 2,000. */
export const STOCK = 60_000_000n * YEN;
/** The same for a reader. */
export const STOCK_WORDS = "¥60,000,000 of test yen for each platform";

/** What may arrive over the lanes on a chain: ¥100,000,000 an hour. A cap is in units, of 88 bits. */
export const LANE_LIMIT = { cap: 100_000_000n * YEN, windowMinutes: 60 };

/** From ¥100 on, royalties go home at once. */
export const ROYALTY_MINIMUM = 100n * YEN;
