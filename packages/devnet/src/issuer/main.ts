/** The issuer's program: `main.ts <settings file>`. */
import { readFileSync } from "node:fs";
import { address, chainId, chainNumber, parseJson, parseShape } from "@ryugu/sdk/primitives";
import { Wallet } from "ethers";
import * as z from "zod/mini";
import { httpBankRail } from "../bank/http-bank-rail.ts";
import { localProvider } from "../chain/provider.ts";
import { openDatabase } from "../database.ts";
import { runUntilEnded } from "../http/run-until-ended.ts";
import { ethersChain } from "./ethers-chain.ts";
import { issuerApi } from "./http.ts";
import { openIssuer } from "./issuer.ts";
import { ISSUER_TABLES } from "./tables.ts";

/** Milliseconds between two looks at the chain and the bank. */
const STEP = 200;

const text = z.string().check(z.minLength(1), z.maxLength(512));
const fileSchema = z.strictObject({
  port: z.int().check(z.minimum(1), z.maximum(65_535)),
  database: text,
  /** Bearer tokens by platform; `operator` is its own. */
  tokens: z.record(z.string(), z.string().check(z.minLength(16), z.maxLength(512))),
  webhookSecret: z.string().check(z.regex(/^whsec_[A-Za-z0-9+/=]{32,}$/)),
  bank: z.strictObject({ url: z.url(), token: text }),
  chain: z.strictObject({
    id: text,
    rpc: z.url(),
    finality: z.union([z.int().check(z.nonnegative()), z.literal("finalized")]),
    /** The block before the first that can hold a payment. */
    startBlock: z.int().check(z.nonnegative()),
  }),
  currency: z.strictObject({
    ...{ address: text, name: text, version: text, symbol: text },
    decimals: z.int().check(z.minimum(0), z.maximum(36)),
  }),
  /** A file with the redemption account's private key, in hex. */
  keyFile: text,
});

const [path = ""] = process.argv.slice(2);
const file = parseJson(readFileSync(path, "utf8"));
const settings = parseShape(fileSchema, file, "The issuer's settings file");
const chain = chainId(settings.chain.id);
const provider = localProvider(settings.chain.rpc, Number(chainNumber(chain)));
const wallet = new Wallet(readFileSync(settings.keyFile, "utf8").trim(), provider);
const currency = { ...settings.currency, chain, address: address(settings.currency.address) };
const rail = httpBankRail(settings.bank);
const database = openDatabase(settings.database, ISSUER_TABLES);
const issuer = openIssuer({
  ...{ database, rail, currency, redemption: address(wallet.address) },
  chain: ethersChain({ provider, wallet, currency, finality: settings.chain.finality }),
  startBlock: settings.chain.startBlock,
  now: () => Math.floor(Date.now() / 1_000),
  onTrouble: (id, error) => console.error(id ?? "", error.code, error.message),
});

/** A word of the bank between two steps makes the next one come at once. */
let wake = () => {};
const pause = () =>
  new Promise<void>((done) => {
    const timer = setTimeout(done, STEP);
    wake = () => {
      clearTimeout(timer);
      done();
    };
  });

await runUntilEnded({
  server: issuerApi(issuer, {
    ...{ port: settings.port, tokens: settings.tokens, rail, onWord: () => wake() },
    webhookSecret: settings.webhookSecret,
  }),
  tick: async () => {
    await issuer.step();
    await pause();
  },
  interval: 0,
  close() {
    database.close();
    provider.destroy();
  },
});
