import { recordSettingsSchema, SIXTY_DAYS } from "@ryugu/sdk/payout/statement";
import { safeLine } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";
import { account, chain } from "./fields.ts";

/** A whole number of units, in decimal digits. */
const units = z.string().check(z.regex(/^(?:0|[1-9][0-9]{0,37})$/, "expected digits"));

const rest = z.int().check(z.minimum(100), z.maximum(86_400_000));
/** A hundred years: never by age alone. */
const LONGEST = 3_155_760_000_000;

const currencySchema = z.strictObject({
  /** Where it was born; its representations on other chains are found from there. */
  homeChain: chain,
  token: account,
  /** From so many units, what waits in a router is sent home at once. */
  minimum: units,
  /** After so long it is sent whatever it is worth, if it is worth the lane's fee. */
  maximumAgeMs: z._default(z.int().check(z.nonnegative(), z.maximum(LONGEST)), 86_400_000),
  /** What a whole coin of a chain is worth in this currency, in units. Needed only where the lane home has a fee. */
  coinPrices: z._default(z.array(z.strictObject({ chain, units })).check(z.maxLength(256)), []),
});

const contracts = z._default(z.array(account).check(z.maxLength(64)), []);

/** Text on one line as it is printed, at most so many characters. */
const line = (most: number) =>
  z.string().check(
    z.minLength(1),
    z.maxLength(most),
    z.refine((text) => safeLine(text, most).trim() === text, "expected one line of plain text"),
  );

/** What creators' statements say besides what chains do. */
const statementsSchema = z.strictObject({
  /** The currencies that are told, each of `currencies`: money in any other is left out, since anybody can make a token. */
  currencies: z
    .array(
      z.strictObject({
        homeChain: chain,
        token: account,
        symbol: line(32),
        decimals: z.int().check(z.minimum(0), z.maximum(18)),
        /** Who redeems one token for one yen. */
        issuer: z.optional(line(200)),
      }),
    )
    .check(z.minLength(1), z.maxLength(32)),
  /** What is noted for the books: by default the sixtieth day, on which a payment is due at the latest, and nothing of taxes. */
  record: z._default(recordSettingsSchema, { due: SIXTY_DAYS }),
});

interface Money {
  homeChain: string;
  token: string;
}

const isSame = (a: Money, b: Money): boolean => a.homeChain === b.homeChain && a.token === b.token;

const statementsAreOfCurrencies = z.refine<{
  currencies: readonly Money[];
  statements?: { currencies: readonly Money[] } | undefined;
}>(
  ({ currencies, statements }) =>
    (statements?.currencies ?? []).every((told) => currencies.some((one) => isSame(one, told))),
  { error: "expected currencies that the node indexes", path: ["statements", "currencies"] },
);

const payoutShape = z.strictObject({
  /** The money that royalties may be paid in. What else comes to a router waits until somebody sends it. */
  currencies: z._default(z.array(currencySchema).check(z.maxLength(32)), []),
  /** Contracts for payments on each chain. */
  contracts: z._default(
    z
      .array(
        z.strictObject({
          chain,
          /** The first block that can hold anything of them; by default the first that can hold a message. */
          startBlock: z.optional(z.int().check(z.nonnegative())),
          /** Markets whose sales are indexed, if they were paid by one of these rails. */
          markets: contracts,
          /** Rails whose payments are indexed. */
          rails: contracts,
          /** Splits that no maker of these made. */
          splits: contracts,
          /** Makers of splits: theirs are indexed too. What came home to one of their splits is divided. */
          splitFactories: contracts,
        }),
      )
      .check(
        z.maxLength(256),
        z.refine(
          (all) => new Set(all.map((each) => each.chain)).size === all.length,
          "expected each chain once",
        ),
      ),
    [],
  ),
  /** How long the role rests between two looks at a chain. */
  intervalMs: z._default(rest, 30_000),
  /** How long each next node waits for those before it. */
  turnMs: z._default(rest, 30_000),
  /** What creators' statements are written with. Without it this node makes none. */
  statements: z.optional(statementsSchema),
});

/** How royalties are sent home, whose sales and payments are indexed, and what statements are made of them. */
export const payoutSchema = payoutShape.check(statementsAreOfCurrencies);
