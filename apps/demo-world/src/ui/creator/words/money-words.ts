import type { CreditReason } from "../../../sim/creator/credit.ts";
import type { ChartUnit } from "../../../sim/creator/earnings.ts";
import type { Coming } from "../../../sim/creator/on-the-way.ts";
import type { EarningKind, Payment } from "../../../sim/creator/payment.ts";

/** What is said of money, in one language. */
export interface MoneyWords {
  balance: {
    title: string;
    lead: string;
    on(platform: string): string;
    silent: string;
    unread: string;
    waiting: string;
    coming: string;
    missing(count: number): string;
    reading: string;
  };
  chart: {
    title: string;
    lead: string;
    units: Record<ChartUnit, string>;
    unit: string;
    kinds: Record<EarningKind, string>;
    summary(unit: ChartUnit, total: string, best: string): string;
    none: string;
    table: string;
    when: string;
    total: string;
    cut: string;
  };
  coming: {
    title: string;
    lead: string;
    none: string;
    route(from: string, to: string): string;
    of(all: string): string;
    states: Record<Coming["state"], string>;
    unknown: string;
  };
  payments: {
    title: string;
    lead: string;
    none: string;
    noNode: string;
    columns: Record<"date" | "work" | "kind" | "chain" | "amount" | "state", string>;
    kinds: Record<Payment["kind"], string>;
    states: Record<Payment["state"], string>;
    claimedTo(account: string): string;
    unnamed: string;
    more(count: number): string;
    reading: string;
  };
  credits: {
    title: string;
    lead: string;
    at(platform: string): string;
    reasons: Record<CreditReason, string>;
    toSelf: string;
    toOther: string;
    otherLabel: string;
    otherHint: string;
    send(amount: string): string;
    isSelf: string;
    signing: string;
    sending: string;
    done(amount: string, account: string): string;
    close: string;
    again: string;
    alone: string;
    aloneText: string;
    copy: string;
  };
}
