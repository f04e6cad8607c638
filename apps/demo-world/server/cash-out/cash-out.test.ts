import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testYenAbi } from "@ryugu/contracts";
import {
  bankPlan,
  issuerPlan,
  type MoneyChain,
  SupervisedProcess,
  startMoneyChain,
} from "@ryugu/devnet";
import {
  type BankAccount,
  type CashOutAdapter,
  type Currency,
  httpCashOut,
  parseBankAccount,
  signCashOut,
} from "@ryugu/sdk/payout";
import { address, bytes32 } from "@ryugu/sdk/primitives";
import { createKeyWallet, type KeyWallet } from "@ryugu/sdk/wallet";
import { Contract, hexlify, NonceManager, randomBytes, Wallet } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BANK, freePort } from "../../test/support/bank.ts";
import { type PlatformServer, startPlatformServer } from "../../test/support/platform-server.ts";
import { WorldConfigError } from "../errors.ts";
import { CASH_OUT_TABLES, openCashOutBook } from "./cash-out-book.ts";
import { cashOutRoutes } from "./cash-out-routes.ts";
import { openIssuer } from "./open-issuer.ts";
import { openPersonalCashOut } from "./personal-cash-out.ts";

const YEN = 10n ** 18n;
const TOKEN = "garan-platform-token";
const BANK_TOKEN = "issuers-token-at-bank";
const ACCOUNT = parseBankAccount({
  ...{ bankCode: "0005", branchCode: "001", type: "ordinary", number: "1000123" },
  holder: "ミナト ハナコ",
});

let folder: string;
let chain: MoneyChain;
let bank: SupervisedProcess;
let issuer: SupervisedProcess;
let server: PlatformServer;
let currency: Currency;
let yen: Contract;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ryugu-cash-out-"));
  const redeemer = new Wallet(Wallet.createRandom().privateKey);
  chain = await startMoneyChain({ number: 31_337, funded: [address(redeemer.address)] });
  yen = new Contract(chain.money.yen, testYenAbi, new NonceManager(chain.issuer));
  const [bankPort, issuerPort] = [await freePort(), await freePort()];
  const [bankUrl, issuerUrl] = [bankPort, issuerPort].map((port) => `http://127.0.0.1:${port}`);
  currency = {
    ...{ chain: chain.id, address: chain.money.yen, decimals: 18 },
    ...{ name: "Test Yen", version: "1", symbol: "tJPY" },
  };
  const webhook = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
  const place = (name: string) => ({ name, folder, logPath: join(folder, `${name}.log`) });
  bank = new SupervisedProcess(
    bankPlan({
      ...{ ...place("bank"), port: bankPort, token: BANK_TOKEN, bank: BANK },
      webhook: { url: `${issuerUrl}/v1/bank-webhook`, secret: webhook },
      clock: { start: "2026-11-24T09:00:00+09:00", speed: 7_200 },
    }),
  );
  issuer = new SupervisedProcess(
    issuerPlan({
      ...{ ...place("issuer"), port: issuerPort, tokens: { garan: TOKEN }, currency },
      ...{ webhookSecret: webhook, startBlock: 0, finality: 1, rpc: chain.url },
      ...{ key: redeemer.privateKey, bank: { url: bankUrl ?? "", token: BANK_TOKEN } },
    }),
  );
  await Promise.all([bank.start(), issuer.start()]);
  const tokenFile = join(folder, "token");
  await writeFile(tokenFile, `${TOKEN}\n`);
  const adapter = await openIssuer({ url: issuerUrl ?? "", tokenFile });
  server = await startPlatformServer({
    tables: [CASH_OUT_TABLES],
    async routes({ store, now }) {
      const book = openCashOutBook(store);
      return cashOutRoutes(openPersonalCashOut({ issuer: adapter, book, now }));
    },
  });
});
afterAll(async () => {
  await server.close();
  await Promise.all([issuer.stop(), bank.stop()]);
  await chain.stop();
  await rm(folder, { recursive: true });
});

/** The SDK's own way to an issuer, with a person's session. */
async function personal(wallet: KeyWallet): Promise<CashOutAdapter> {
  return httpCashOut({ url: `${server.url}cash-out`, token: await server.signIn(wallet) });
}
async function wordOf(wallet: KeyWallet, adapter: CashOutAdapter, account: BankAccount = ACCOUNT) {
  const { redemption } = await adapter.terms();
  const { units } = await adapter.quote(1_000n * YEN, account.bankCode);
  return signCashOut(wallet, {
    ...{ currency, redemption, payee: wallet.address, account, units },
    idempotencyKey: bytes32(hexlify(randomBytes(32))),
    validBefore: Math.floor(Date.now() / 1_000) + 3_600,
  });
}

test("a person's yen reaches the bank account, by the SDK and a session alone", async () => {
  const wallet = createKeyWallet();
  await (await yen.getFunction("mint")(wallet.address, 1_000n * YEN)).wait();
  const adapter = await personal(wallet);
  const signed = await wordOf(wallet, adapter);
  const [asked, again] = await Promise.all([adapter.request(signed), adapter.request(signed)]);
  expect(again.id).toBe(asked.id);
  const state = async () => (await adapter.status(asked.id)).state;
  await expect.poll(state, { timeout: 30_000, interval: 200 }).toBe("settled");
  await expect(adapter.cancel(asked.id)).rejects.toMatchObject({ code: "cash-out-too-late" });
});

test("nobody asks for, sees or stops another's", async () => {
  const [anna, ben] = [createKeyWallet(), createKeyWallet()];
  const [hers, his] = [await personal(anna), await personal(ben)];
  const signed = await wordOf(anna, hers);
  await expect(his.request(signed)).rejects.toMatchObject({ code: "invalid-cash-out" });
  const { id } = await hers.request(signed);
  expect((await hers.status(id)).state).toBe("requested");
  for (const ask of [his.status, his.cancel]) {
    await expect(ask(id)).rejects.toMatchObject({ code: "cash-out-not-found" });
  }
  expect(await hers.cancel(id)).toMatchObject({ id, payee: anna.address });
});

test("an issuer's refusal arrives as what it is, and is not counted as a cash-out", async () => {
  const wallet = createKeyWallet();
  const adapter = await personal(wallet);
  const signed = await wordOf(wallet, adapter);
  const forged = { ...signed, units: "1" };
  await expect(adapter.request(forged)).rejects.toMatchObject({
    ...{ code: "invalid-cash-out", reason: "units" },
  });
  await expect(adapter.quote(YEN / 2n, "0005")).rejects.toMatchObject({
    code: "cash-out-too-small",
  });
  const odd = { ...signed, account: { ...signed.account, bankCode: "x" } };
  const answer = await server.post("/cash-out/v1/cash-outs", odd, {
    authorization: `Bearer ${await server.signIn(wallet)}`,
  });
  expect(answer.status).toBe(400);
  expect(
    server.store.get("SELECT count(*) AS n FROM cashout_requests WHERE account = ?", wallet.address)
      ?.n,
  ).toBe(0);
});

test("a session is needed, and what only the platform may see is not passed on", async () => {
  expect((await server.ask("/cash-out/v1/terms")).status).toBe(401);
  const authorization = `Bearer ${await server.signIn()}`;
  const ask = async (path: string, init: RequestInit = {}) =>
    (await server.ask(`/cash-out/v1/${path}`, { ...init, headers: { authorization } })).status;
  expect(await ask("terms")).toBe(200);
  expect(await ask("events?after=0")).toBe(404);
  expect(await ask("strays")).toBe(404);
  expect(await ask("quote?amount=x&bankCode=0005")).toBe(400);
  expect(await ask("cash-outs/../../../v1/events")).toBe(404);
  expect(await ask(`cash-outs/${encodeURIComponent("../events")}`)).toBe(404);
});

test("while the issuer is down it may be asked again, and the same request is one cash-out", async () => {
  const wallet = createKeyWallet();
  const adapter = await personal(wallet);
  const signed = await wordOf(wallet, adapter);
  await issuer.kill();
  await expect(adapter.request(signed)).rejects.toMatchObject({
    ...{ code: "cash-out-unavailable", retryable: true },
  });
  await issuer.start();
  const { id } = await adapter.request(signed);
  expect((await adapter.status(id)).state).toBe("requested");
});

test("one person asks for two dozen in a day", async () => {
  const wallet = createKeyWallet();
  const adapter = await personal(wallet);
  const signed = await wordOf(wallet, adapter);
  const book = openCashOutBook(server.store);
  for (let i = 0; i < 24; i++) {
    book.note(bytes32(hexlify(randomBytes(32))), wallet.address, Date.now());
  }
  const ask = async () =>
    server.post("/cash-out/v1/cash-outs", signed, {
      authorization: `Bearer ${await server.signIn(wallet)}`,
    });
  expect((await ask()).status).toBe(429);
  server.pass(86_400_000);
  expect((await ask()).status).toBe(200);
});

test("a token that cannot be read is told at the start", async () => {
  const place = { url: "http://127.0.0.1:1", tokenFile: join(folder, "none") };
  await expect(openIssuer(place)).rejects.toThrow(WorldConfigError);
});
