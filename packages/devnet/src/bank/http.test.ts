import { createServer, type Server } from "node:http";
import { bytes32 } from "@ryugu/sdk/primitives";
import { verifyWebhookSignature } from "@ryugu/sdk/transfer";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ACCOUNTS, BANK_SETTINGS, OPENING_TIME } from "../../test/cash-out/bank-settings.ts";
import type { LocalServer } from "../chain/local-server.ts";
import { type Database, openDatabase } from "../database.ts";
import { freePorts } from "../process/free-ports.ts";
import { createAnnouncer } from "./announcer.ts";
import { BANK_TABLES, type Bank, openBank } from "./bank.ts";
import { nationalHolidays } from "./holidays.ts";
import { bankApi } from "./http.ts";
import { httpBankRail } from "./http-bank-rail.ts";
import { type BankFaults, parseBankSettings } from "./settings.ts";

const TOKEN = "a-customers-token";
const SECRET = `whsec_${Buffer.alloc(32, 3).toString("base64")}`;
const NO_FAULTS: BankFaults = {
  ...{ seed: 1, refusesBefore: 0, losesAnswer: 0, late: 0, lateBy: 0 },
  ...{ tellsTwice: 0, tellsOutOfOrder: 0 },
};
const KEY = bytes32(`0x${"11".repeat(32)}`);
const ORDER = { key: KEY, account: ACCOUNTS.open, yen: 10_000n, reference: "ORDER1" };
let database: Database;
let bank: Bank;
let api: LocalServer;
let url: string;
let now = OPENING_TIME;

async function start(faults?: BankFaults, changes: object = {}) {
  const [port = 0] = await freePorts(1);
  database = openDatabase(":memory:", BANK_TABLES);
  const settings = parseBankSettings({ ...BANK_SETTINGS, ...changes });
  bank = openBank({ database, settings, holidays: nationalHolidays(), clock: { now: () => now } });
  api = bankApi(bank, { port, token: TOKEN, faults });
  await api.start();
  url = `http://127.0.0.1:${port}`;
}

const rail = (token = TOKEN) => httpBankRail({ url, token });
const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${url}${path}`, { headers: { authorization: `Bearer ${TOKEN}` }, ...init });
const post = (body: string) => ask("/v1/transfers", { method: "POST", body });

beforeEach(() => {
  now = OPENING_TIME;
});
afterEach(async () => {
  await api.stop();
  database.close();
});

test("an order is answered 202, and found again by its key", async () => {
  await start();
  const body = JSON.stringify({ ...ORDER, yen: "10000" });
  expect((await post(body)).status).toBe(202);
  const taken = await rail().order(ORDER);
  expect(taken).toMatchObject({ key: KEY, state: "accepted", yen: 10_000n, fee: 145n });
  expect(await rail().status(KEY)).toEqual(taken);
  expect(await rail().status(bytes32(`0x${"22".repeat(32)}`))).toBeUndefined();
  expect(await rail().terms()).toMatchObject({ perTransfer: 1_000_000n, leavesOn: "2026-11-24" });
  expect(await rail().settlementFile("2026-11-24")).toBeUndefined();
  now += 86_400;
  bank.tick();
  expect((await rail().settlementFile("2026-11-24"))?.length).toBe(4 * 122);
});

test("an answer that was lost is had by asking again, and the money left once", async () => {
  await start({ ...NO_FAULTS, losesAnswer: 0.5, refusesBefore: 0.2 });
  const failures = new Set<string>();
  let taken: unknown;
  for (let n = 0; n < 40; n++) {
    await rail()
      .order(ORDER)
      .then(
        (answer) => (taken = answer),
        (error) => failures.add(error.code),
      );
  }
  expect(taken).toMatchObject({ state: "accepted" });
  expect([...failures]).toEqual(["cash-out-unavailable"]);
  expect(bank.balances().find(({ account }) => account === "transit")?.credit).toBe(9_855n);
});

test("a key that stands for another order is a contradiction, not a failure", async () => {
  await start();
  await rail().order(ORDER);
  await expect(rail().order({ ...ORDER, yen: 1n })).rejects.toMatchObject({
    code: "cash-out-contradiction",
  });
});

test("without the customer's token, or while the bank is closed, nothing is answered", async () => {
  await start(undefined, { maintenance: [{ from: 0, to: 1_440 }] });
  for (const token of ["", "x", "a-customers-tokem", "a".repeat(1_000)]) {
    const answer = await ask("/v1/terms", { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(401);
  }
  expect((await ask("/v1/terms")).status).toBe(503);
  await expect(rail().order(ORDER)).rejects.toMatchObject({ code: "cash-out-unavailable" });
  expect((await fetch(`${url}/health`)).status).toBe(200);
});

test.each([
  [400, "nothing", ""],
  [400, "no JSON", "{"],
  [400, "a number for the amount", JSON.stringify({ ...ORDER, yen: 5 })],
  [400, "a negative amount", JSON.stringify({ ...ORDER, yen: "-5" })],
  [
    400,
    "an account that is none",
    JSON.stringify({ ...ORDER, yen: "5", account: { bankCode: "1" } }),
  ],
  [
    400,
    "a reference that the file cannot carry",
    JSON.stringify({ ...ORDER, yen: "5", reference: "ｱ" }),
  ],
  [413, "too much", "x".repeat(16_385)],
])("%s for %s", async (status, _, body) => {
  await start();
  const answer = await post(body);
  expect(answer.status).toBe(status);
  expect(await answer.text()).not.toContain("    at ");
});

test.each([
  ["GET", "/"],
  ["GET", "/v1/transfers/0x11"],
  ["DELETE", `/v1/transfers/${KEY}`],
  ["GET", "/v1/settlements/2026-13-45"],
  ["GET", "/v1/settlements/../ledger/x"],
  ["POST", "/v1/terms"],
])("%s %s leads nowhere", async (method, path) => {
  await start();
  expect([400, 404]).toContain((await ask(path, { method })).status);
});

describe("the webhook", () => {
  let hook: Server;
  let told: { id: string; state: string }[] = [];
  let answers: number[] = [];

  beforeEach(async () => {
    [told, answers] = [[], []];
    hook = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      const header = (name: string) => request.headers[name]?.toString();
      const id = await verifyWebhookSignature(
        SECRET,
        { header, body },
        { now: Date.now() / 1_000 },
      );
      const status = answers.shift() ?? 204;
      if (status < 300) told.push({ id, state: JSON.parse(body).data.state });
      response.writeHead(status).end();
    });
    await new Promise<void>((done) => hook.listen(0, "127.0.0.1", done));
  });
  afterEach(async () => {
    hook.closeAllConnections();
    await new Promise((done) => hook.close(done));
  });

  const announcer = (faults?: BankFaults) => {
    const bound = hook.address();
    const port = typeof bound === "object" ? bound?.port : 0;
    return createAnnouncer(database, { url: `http://127.0.0.1:${port}/`, secret: SECRET }, faults);
  };
  const settle = async () => {
    bank.order(ORDER);
    now += 20_000;
    bank.tick();
  };

  test("is told each move, signed, in order, and once where it takes it", async () => {
    await start();
    await settle();
    const one = announcer();
    await one.tick();
    await one.tick();
    expect(told.map(({ state }) => state)).toEqual(["accepted", "sent", "settled"]);
  });

  test("is told again what it did not take, with the same id, also by the next process", async () => {
    await start();
    await settle();
    answers = [204, 500];
    await announcer().tick();
    expect(told.map(({ state }) => state)).toEqual(["accepted"]);
    await announcer().tick();
    expect(told.map(({ state }) => state)).toEqual(["accepted", "sent", "settled"]);
    expect(told.map(({ id }) => id)).toEqual(["msg_1", "msg_2", "msg_3"]);
  });

  test("is told twice and in another order on a bad day", async () => {
    await start();
    await settle();
    await announcer({ ...NO_FAULTS, tellsTwice: 1, tellsOutOfOrder: 1 }).tick();
    const states = ["settled", "sent", "accepted"].flatMap((state) => [state, state]);
    expect(told.map(({ state }) => state)).toEqual(states);
    expect(new Set(told.map(({ id }) => id)).size).toBe(3);
  });
});
