import * as z from "zod/mini";
import { type Address, parseShape, safeLine } from "../../../primitives/index.ts";
import { hashText } from "../../../zone/fields.ts";
import { type StatementCurrency, statementCurrencySchema } from "../document/currency.ts";
import { day } from "../document/fields.ts";
import { creatorSchema, payerSchema } from "../document/party.ts";
import { namedId, type Statement } from "../document/statement.ts";
import { StatementFactsError } from "../errors.ts";
import { checkPeriod } from "../period.ts";
import { recordSettingsSchema } from "../record/settings.ts";
import { areBandsInOrder } from "../record/taxes.ts";
import { distinctBy } from "./distinct.ts";

const requestSchema = z.strictObject({
  zoneId: hashText,
  creator: creatorSchema,
  payer: z.optional(payerSchema),
  period: z.strictObject({ from: day, to: day }),
  /** Every currency that the creator was paid in, at least. */
  currencies: z.array(statementCurrencySchema).check(z.maxLength(65_536)),
  /** What chains, contracts, accounts and tokens are called, by CAIP-2, CAIP-10 and CAIP-19; cleaned, and those used are kept. */
  names: z.optional(z.record(namedId, z.string())),
  record: z.optional(recordSettingsSchema),
});

/** Whose statement is wanted, of which period, and what chains do not know. */
export type StatementRequest = z.input<typeof requestSchema>;

/** A request that was checked, in one order. */
export interface CheckedRequest extends Omit<z.output<typeof requestSchema>, "names"> {
  readonly names: Readonly<Record<string, string>>;
  readonly own: ReadonlySet<Address>;
}

/**
 * Checks a request and brings it into one order.
 *
 * @throws InvalidShapeError, InvalidPeriodError, StatementFactsError
 */
export function checkRequest(request: StatementRequest): CheckedRequest {
  const shape = parseShape(requestSchema, request, "The statement's request");
  checkPeriod(shape.period);
  const { withholding } = shape.record ?? {};
  if (withholding !== undefined && !areBandsInOrder(withholding.bands)) {
    throw new StatementFactsError("Bands of withholding must rise, and only the last has no end.");
  }
  const accounts = [...new Set(shape.creator.accounts)].sort();
  const names = Object.entries(shape.names ?? {})
    .map(([id, name]) => [id, safeLine(name).trim()] as const)
    .filter(([, name]) => name !== "");
  return {
    ...shape,
    creator: { ...shape.creator, accounts },
    names: Object.fromEntries(names),
    own: new Set(accounts),
  };
}

/** The request that a statement answers: with the same facts it gives the same statement again. */
export function requestOf(statement: Statement): StatementRequest {
  const { zoneId, creator, payer, period, currencies, names, record } = statement;
  const { withholding, consumptionTax } = record;
  return {
    zoneId,
    creator,
    ...(payer === undefined ? {} : { payer }),
    period,
    currencies,
    names,
    record: {
      ...(record.due === undefined ? {} : { due: record.due }),
      ...(withholding === undefined
        ? {}
        : {
            withholding: {
              bands: withholding.bands,
              per: withholding.per,
              base: withholding.base,
            },
          }),
      ...(consumptionTax === undefined
        ? {}
        : {
            consumptionTax: {
              basisPoints: consumptionTax.basisPoints,
              rounding: consumptionTax.rounding,
            },
          }),
    },
  };
}

/** Finds the terms of a currency. */
export type CurrencyFinder = (chain: string, currency: Address) => StatementCurrency;

/** Looks currencies up; one without terms cannot be told in yen. */
export function currencyFinder(currencies: readonly StatementCurrency[]): CurrencyFinder {
  const keyOf = ({ chain, address }: StatementCurrency) => `${chain}/${address}`;
  const known = new Map(
    distinctBy(currencies, keyOf, "A currency").map((terms) => [keyOf(terms), terms]),
  );
  return (chain, currency) => {
    const found = known.get(`${chain}/${currency}`);
    if (found !== undefined) return found;
    throw new StatementFactsError("The creator was paid in a currency without a price source.", {
      details: [`Chain: ${chain}`, `Currency: ${currency}`],
    });
  };
}
