import type { BankRail, Currency } from "@ryugu/sdk/payout";
import { address, chainId } from "@ryugu/sdk/primitives";
import { Wallet } from "ethers";
import { BANK_TABLES, type Bank, openBank } from "../../src/bank/bank.ts";
import { openBankClock } from "../../src/bank/clock.ts";
import { BankTransferNotFoundError } from "../../src/bank/errors.ts";
import { nationalHolidays } from "../../src/bank/holidays.ts";
import { parseBankSettings } from "../../src/bank/settings.ts";
import { type Database, openDatabase } from "../../src/database.ts";
import { type Issuer, type IssuerContext, openIssuer } from "../../src/issuer/issuer.ts";
import { reconcileDay } from "../../src/issuer/reconcile-day.ts";
import { ISSUER_TABLES } from "../../src/issuer/tables.ts";
import { BANK_SETTINGS, OPENING_TIME } from "./bank-settings.ts";
import { MemoryChain } from "./memory-chain.ts";

const HOLIDAYS = nationalHolidays();
/** Seconds at the bank in one of ours. */
const SPEED = 600;

/** What may be put between an issuer and its world. */
export interface WorldOptions {
  wrapRail?: (rail: BankRail) => BankRail;
  wrapChain?: (chain: IssuerContext["chain"]) => IssuerContext["chain"];
  wrapDatabase?: (database: Database) => Database;
}

/** An issuer, its bank and its chain in one process, on a clock that is moved by hand. */
export class CashOutWorld {
  readonly chain = new MemoryChain();
  readonly redemption = address(`0x${"bb".repeat(20)}`);
  readonly payee = new Wallet(`0x${"01".repeat(32)}`);
  readonly currency: Currency = {
    ...{ chain: chainId(31_337), address: address(`0x${"aa".repeat(20)}`), decimals: 18 },
    ...{ name: "Test Yen", version: "1", symbol: "tJPY" },
  };
  readonly bankDatabase = openDatabase(":memory:", BANK_TABLES);
  readonly bank: Bank;
  readonly #options: WorldOptions;
  readonly #issuerDatabase = openDatabase(":memory:", ISSUER_TABLES);
  /** Our unix seconds. */
  time = 1_800_000_000;
  issuer: Issuer;

  constructor(options: WorldOptions = {}) {
    this.#options = options;
    const { bankDatabase: database } = this;
    const begun = { start: OPENING_TIME, speed: SPEED };
    const clock = openBankClock(database, begun, () => this.time * 1_000);
    const settings = parseBankSettings(BANK_SETTINGS);
    this.bank = openBank({ database, clock, settings, holidays: HOLIDAYS });
    this.issuer = this.restart();
  }

  /** Starts the issuer anew over what it had written. */
  restart(): Issuer {
    const { wrapRail = same, wrapChain = same, wrapDatabase = same } = this.#options;
    this.issuer = openIssuer({
      ...{ currency: this.currency, redemption: this.redemption, startBlock: 0 },
      database: wrapDatabase(this.#issuerDatabase),
      chain: wrapChain(this.chain.of(this.redemption)),
      rail: wrapRail(railOver(this.bank)),
      now: () => this.time,
    });
    return this.issuer;
  }

  /** Lets some seconds pass at the bank and on the chain. */
  pass(seconds: number, isForgotten?: () => boolean): void {
    this.time += seconds;
    this.bank.tick();
    this.chain.mine(this.time, isForgotten);
  }

  /** What the bank's file of a day says beside the issuer's books. */
  reconcile(day: string) {
    return reconcileDay(this.issuer.store, railOver(this.bank), day);
  }

  close(): void {
    this.bankDatabase.close();
    this.#issuerDatabase.close();
  }
}

function same<T>(value: T): T {
  return value;
}

/** A bank in the same process, as a rail. */
export function railOver(bank: Bank): BankRail {
  return {
    terms: async () => bank.terms(),
    order: async (order) => bank.order(order),
    cancel: async (key) => bank.cancel(key),
    settlementFile: async (day) => bank.settlementFile(day),
    async status(key) {
      try {
        return bank.status(key);
      } catch (error) {
        if (error instanceof BankTransferNotFoundError) return undefined;
        throw error;
      }
    },
  };
}
