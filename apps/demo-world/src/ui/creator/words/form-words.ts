import type { BankAccountField, BankAccountType, CashOut } from "@ryugu/sdk/payout";
import type { PeriodUnit } from "../../../sim/creator/statement-period.ts";

/** What is said of statements and cash-outs, in one language. */
export interface FormWords {
  statement: {
    title: string;
    lead: string;
    unit: string;
    units: Record<PeriodUnit, string>;
    period: string;
    provisional: string;
    over: string;
    get(format: "json" | "csv" | "pdf"): string;
    reading: string;
    verified(partner: string): string;
    complete: string;
    incomplete: string;
    lines(count: number): string;
    net: string;
    digest: string;
    pdfText: string;
  };
  cashOut: {
    title: string;
    lead: string;
    amount: string;
    amountHint(most: string): string;
    amountInvalid: string;
    amountTooHigh: string;
    all: string;
    fields: Record<Exclude<BankAccountField, "account">, string>;
    hints: Record<Exclude<BankAccountField, "account">, string>;
    faults: Record<BankAccountField, string>;
    types: Record<BankAccountType, string>;
    written(holder: string): string;
    quote: string;
    quoting: string;
    shared: string;
    quoted: string;
    takes: string;
    fee: string;
    arrives: string;
    leavesOn: string;
    to: string;
    sign: string;
    change: string;
    signing: string;
    sending: string;
    kept: string;
    silent: string;
    states: Record<CashOut["state"], string>;
    reasons: Record<NonNullable<CashOut["reason"]>, string>;
    ending(digits: string): string;
    cancel: string;
    cancelling: string;
    another: string;
    none: string;
    progress: string;
  };
}
