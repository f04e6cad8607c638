import { type BankAccount, type BankAccountType, parseBankAccount } from "../bank-account.ts";
import { ZenginFileError } from "../errors.ts";
import { decodeZengin, encodeZengin } from "./bytes.ts";
import { DUMMY, type Field, RECORD_LENGTH, readRecord, writeRecord } from "./record.ts";

/** One transfer in a file. */
export interface ZenginTransfer {
  /** Where the money went. */
  readonly account: BankAccount;
  /** What the holder of the account got, in yen. */
  readonly yen: bigint;
  /** Up to 20 characters that name the order (EDI information). */
  readonly reference: string;
}

/** The transfers of one account on one bank day (総合振込, kind 21). */
export interface ZenginTransferFile {
  /** The bank's number for its customer: up to 10 digits. */
  readonly customerCode: string;
  /** The account that paid. */
  readonly account: BankAccount;
  /** The bank day: `MMDD`. The format has no year. */
  readonly date: string;
  readonly transfers: readonly ZenginTransfer[];
}

const KIND = "21";
const JIS = "0";
/** The mark that the 20 characters after the amount are EDI information, not two customer codes. */
const HAS_EDI = "Y";
const BY_WIRE = "7";
/** 12 MB; the trailer could count ten times as many. */
const MAX_TRANSFERS = 100_000;
/** What one account's holder can have in a record; the customer's own name may be longer, and is cut. */
const MAX_HOLDER = 30;

const HEADER: readonly Field[] = [
  ...([
    ["record", "N", 1],
    ["kind", "N", 2],
    ["codes", "N", 1],
  ] as const),
  ...([
    ["customerCode", "N", 10],
    ["holder", "C", 40],
    ["date", "N", 4],
  ] as const),
  ...([
    ["bankCode", "N", 4],
    ["bankName", "C", 15],
    ["branchCode", "N", 3],
  ] as const),
  ...([
    ["branchName", "C", 15],
    ["type", "N", 1],
    ["number", "N", 7],
    [DUMMY, "C", 17],
  ] as const),
];
const DATA: readonly Field[] = [
  ...([
    ["record", "N", 1],
    ["bankCode", "N", 4],
    ["bankName", "C", 15],
  ] as const),
  ...([
    ["branchCode", "N", 3],
    ["branchName", "C", 15],
    ["clearingHouse", "N", 4],
  ] as const),
  ...([
    ["type", "N", 1],
    ["number", "N", 7],
    ["holder", "C", 30],
    ["yen", "N", 10],
  ] as const),
  ...([
    ["isNew", "N", 1],
    ["reference", "C", 20],
    ["by", "N", 1],
    ["edi", "C", 1],
  ] as const),
  [DUMMY, "C", 7],
];
const TRAILER: readonly Field[] = [
  ...([
    ["record", "N", 1],
    ["count", "N", 6],
    ["yen", "N", 12],
    [DUMMY, "C", 101],
  ] as const),
];
const END: readonly Field[] = [
  ["record", "N", 1],
  [DUMMY, "C", 119],
];

/** The numbers that the format gives to kinds of accounts. */
const TYPES: Readonly<Record<BankAccountType, string>> = {
  ordinary: "1",
  current: "2",
  savings: "4",
};

/**
 * Writes a file: 120 bytes a record in Shift_JIS, each with CR and LF after it.
 *
 * @throws ZenginFileError for an amount, reference or name that the format cannot carry
 */
export function writeTransferFile(file: ZenginTransferFile): Uint8Array {
  const { customerCode, account, date, transfers } = file;
  if (transfers.length > MAX_TRANSFERS) throw tooMany();
  const total = transfers.reduce((sum, { yen }) => sum + yen, 0n);
  const header = { record: "1", kind: KIND, codes: JIS, customerCode, date, ...written(account) };
  const trailer = { record: "8", count: `${transfers.length}`, yen: `${total}` };
  const records = [
    writeRecord(HEADER, header),
    ...transfers.map(writeTransfer),
    writeRecord(TRAILER, trailer),
    writeRecord(END, { record: "9" }),
  ];
  return encodeZengin(records.map((record) => `${record}\r\n`).join(""));
}

function writeTransfer({ account, yen, reference }: ZenginTransfer): string {
  const sent = { isNew: "0", reference, by: BY_WIRE, edi: HAS_EDI };
  return writeRecord(DATA, { record: "2", ...written(account), yen: `${yen}`, ...sent });
}

function written({ bankCode, branchCode, type, number, holder }: BankAccount) {
  return { bankCode, branchCode, type: TYPES[type], number, holder };
}

/**
 * Reads a file strictly: the records in their order, every field as the format says, and count and sum as the trailer
 * says. Records may have CR and LF after them, or nothing.
 *
 * @throws ZenginFileError, InvalidBankAccountError
 */
export function parseTransferFile(bytes: Uint8Array): ZenginTransferFile {
  if (bytes.length > (MAX_TRANSFERS + 3) * (RECORD_LENGTH + 2)) throw tooMany();
  const [first = "", ...rest] = splitRecords(decodeZengin(bytes));
  const [trailer = "", end = ""] = rest.slice(-2);
  const header = readKind(HEADER, "1", first, 1);
  if (header.kind !== KIND || header.codes !== JIS) {
    throw new ZenginFileError("The file holds other business than transfers.", {
      details: [`Kind: ${header.kind}`, `Codes: ${header.codes}`],
    });
  }
  const transfers = rest.slice(0, -2).map((record, i) => readTransfer(record, i + 2));
  assertTotals(readKind(TRAILER, "8", trailer, rest.length), transfers);
  readKind(END, "9", end, rest.length + 1);
  const { customerCode = "", date = "" } = header;
  return { customerCode, date, account: readAccount(header), transfers };
}

function splitRecords(text: string): string[] {
  const lines = text.includes("\n") ? text.split("\r\n") : (text.match(/.{1,120}/gu) ?? []);
  if (lines.at(-1) === "") lines.pop();
  const wrong = lines.findIndex((line) => line.length !== RECORD_LENGTH);
  if (wrong < 0 && lines.length >= 3) return lines;
  const what = wrong < 0 ? `There are ${lines.length} records.` : `Record ${wrong + 1} has not.`;
  throw new ZenginFileError("A file has at least three records of 120 bytes.", { details: [what] });
}

function readKind(fields: readonly Field[], kind: string, record: string, line: number) {
  if (record.startsWith(kind)) return readRecord(fields, record, line);
  throw new ZenginFileError("A record is not the one that the format has at its place.", {
    details: [`Record: ${line}`, `Expected: ${kind}`, `Received: ${record.slice(0, 1)}`],
  });
}

function readTransfer(record: string, line: number): ZenginTransfer {
  const values = readKind(DATA, "2", record, line);
  const { yen = "0", reference = "", edi } = values;
  if (edi !== HAS_EDI) {
    throw new ZenginFileError("A transfer names no order.", { details: [`Record: ${line}`] });
  }
  return { account: readAccount(values), yen: BigInt(yen), reference };
}

function readAccount({ type, ...rest }: Record<string, string>): BankAccount {
  const [name] = Object.entries(TYPES).find(([, number]) => number === type) ?? [];
  const { bankCode, branchCode, number, holder } = rest;
  const cut = holder?.slice(0, MAX_HOLDER);
  return parseBankAccount({ bankCode, branchCode, type: name, number, holder: cut });
}

function assertTotals(trailer: Record<string, string>, transfers: readonly ZenginTransfer[]) {
  const { count = "0", yen = "0" } = trailer;
  const total = transfers.reduce((sum, transfer) => sum + transfer.yen, 0n);
  if (Number(count) === transfers.length && BigInt(yen) === total) return;
  throw new ZenginFileError("The file does not add up.", {
    details: [
      `Trailer: ${Number(count)}, ${BigInt(yen)} yen`,
      `Found: ${transfers.length}, ${total} yen`,
    ],
  });
}

function tooMany(): ZenginFileError {
  return new ZenginFileError(`A file has at most ${MAX_TRANSFERS} transfers.`);
}
