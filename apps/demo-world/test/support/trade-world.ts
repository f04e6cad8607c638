import { join } from "node:path";
import { creatorCollectionAbi, splitAbi, testYenAbi } from "@ryugu/contracts";
import { type MoneyChain, startMoneyChain } from "@ryugu/devnet";
import { fileContentStore } from "@ryugu/sdk/content/node";
import { type Address, address } from "@ryugu/sdk/primitives";
import { type BaseContract, Contract, NonceManager, Wallet } from "ethers";
import { openChainCalls } from "../../server/chain/chain-calls.ts";
import { type Marketplace, openMarketplace } from "../../server/offers/marketplace.ts";
import {
  openPeopleTrade,
  type PeopleTrade,
  TRADE_TABLES,
} from "../../server/offers/people-trade.ts";
import { OPERATOR_TABLES, openLedger } from "../../server/operator/ledger.ts";
import { type Operator, openOperator } from "../../server/operator/operator.ts";
import { OperatorChain } from "../../server/operator/operator-chain.ts";
import { askContractWallet } from "../../server/sessions/contract-wallet.ts";
import type { WorldStore } from "../../server/store/world-store.ts";
import { deployCollection, mintOf } from "./made-collection.ts";
import { type PlatformServer, startPlatformServer } from "./platform-server.ts";
import { openTrader, type Trader } from "./trader.ts";

const NUMBER = 31_337;
const COIN = 10n ** 18n;

/** A running server, and what it is made of. */
export interface TradeServer {
  readonly http: PlatformServer;
  readonly operator: Operator;
  readonly trade: PeopleTrade;
}

/** People's trade on a real server, over a real chain. */
export interface TradeWorld {
  readonly chain: MoneyChain;
  readonly marketplace: Marketplace;
  /** A collection of which {@link mint} makes tokens; it asks no royalty. */
  readonly collection: Address;
  readonly art: BaseContract;
  /** The one that runs now. */
  server(): TradeServer;
  /** Somebody new, with coins for gas, signed in. */
  trader(): Promise<Trader>;
  mint(to: Address): Promise<bigint>;
  /** A token of a collection that asks a twentieth for somebody. */
  royal(to: Address): Promise<{ collection: Address; tokenId: bigint }>;
  /** Gives test yen, in its smallest unit. */
  fund(account: Address, amount: bigint): Promise<void>;
  /** Has the yen's issuer block an account. */
  setBlocked(account: Address, on: boolean): Promise<void>;
  /** Divides what a split has of the yen. */
  distribute(split: Address): Promise<void>;
  /** Stops the chain for a while, as a machine that hangs does. */
  pause(on: boolean): void;
  balanceOf(account: Address): Promise<bigint>;
  ownerOf(collection: string, tokenId: bigint | string): Promise<string>;
  /** Ends the server and starts it again over the same folder. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** How it begins. */
export interface TradeOptions {
  /** The most bytes of all pictures. */
  readonly pictureBytes?: number;
  /** Bends the operator: a test's faults. */
  readonly bend?: (operator: Operator) => Operator;
}

/** Starts one. */
export async function startTradeWorld(options: TradeOptions = {}): Promise<TradeWorld> {
  const key = new Wallet(Wallet.createRandom().privateKey);
  const maker = new Wallet(Wallet.createRandom().privateKey);
  const funded = [key, maker].map((one) => address(one.address));
  const chain = await startMoneyChain({ number: NUMBER, funded });
  const { provider } = chain;
  const rich = new NonceManager(maker.connect(provider));
  const yen = new Contract(chain.money.yen, testYenAbi, new NonceManager(chain.issuer));
  const art = await deployCollection(rich, 0);
  const calls = openChainCalls(chain.url, chain.id);

  let running = await start();

  async function start(folder?: string): Promise<TradeServer> {
    let operator: Operator | undefined;
    let trade: PeopleTrade | undefined;
    const http = await startPlatformServer({
      ...(folder === undefined ? {} : { folder }),
      tables: [OPERATOR_TABLES, ...TRADE_TABLES],
      async routes({ store, log, folder: home, now }) {
        const opened = openKey(chain, key, store);
        operator = options.bend?.(opened) ?? opened;
        trade = openPeopleTrade({
          ...{ slug: "garan", chain: chain.id, operator, hasGallery: true, store, now, log },
          marketplace: openMarketplace(chain.money, { chain: chain.id, operator }),
          own: { orderOf: () => undefined, keep: () => undefined },
          contractVerifier: askContractWallet(calls.call),
          content: fileContentStore(join(home, "content")),
          pictureBytes: options.pictureBytes ?? ROOM,
        });
        return [...trade.routes];
      },
    });
    if (operator === undefined || trade === undefined) throw new Error("It opened no trade.");
    return { http, operator, trade };
  }

  async function end(keep: boolean): Promise<void> {
    running.trade.close();
    running.operator.close();
    await running.http.close({ keep });
  }

  const { operator } = running;
  return {
    chain,
    marketplace: openMarketplace(chain.money, { chain: chain.id, operator }),
    collection: address(await art.getAddress()),
    art,
    server: () => running,
    async trader() {
      const trader = await openTrader(() => running.http, chain);
      await (await rich.sendTransaction({ to: trader.address, value: COIN })).wait();
      return trader;
    },
    mint: (to) => mintOf(art, to),
    async royal(to) {
      const own = await deployCollection(rich, 500);
      return { collection: address(await own.getAddress()), tokenId: await mintOf(own, to) };
    },
    fund: (account, amount) => send(yen, "mint", account, amount),
    setBlocked: (account, on) => send(yen, "setBlocked", account, on),
    distribute: (split) => send(new Contract(split, splitAbi, rich), "distribute", chain.money.yen),
    pause(on) {
      const { pid } = chain.process.identity ?? {};
      if (pid !== undefined) process.kill(pid, on ? "SIGSTOP" : "SIGCONT");
    },
    balanceOf: (account) => yen.getFunction("balanceOf")(account),
    ownerOf: (collection, tokenId) =>
      new Contract(collection, creatorCollectionAbi, provider).getFunction("ownerOf")(tokenId),
    async restart() {
      const { folder } = running.http;
      await end(true);
      running = await start(folder);
    },
    async stop() {
      await end(false);
      calls.close();
      await chain.stop();
    },
  };
}

/** Bytes for pictures. */
const ROOM = 10_000_000;

/** As `offers/open-operator.ts` does, without a keystore, and quicker. */
function openKey(chain: MoneyChain, key: Wallet, store: WorldStore): Operator {
  const own = new OperatorChain(chain.url, NUMBER);
  const signer = key.connect(own);
  return openOperator({
    address: address(key.address),
    chain: own,
    ledger: openLedger(store),
    sign: (transaction) => signer.signTransaction(transaction),
    signTypedData: (domain, types, message) => signer.signTypedData(domain, types, message),
    log: () => undefined,
    now: Date.now,
    settings: { interval: 30, idleInterval: 300 },
  });
}

async function send(contract: Contract, name: string, ...args: unknown[]): Promise<void> {
  await (await contract.getFunction(name)(...args)).wait();
}
