import { gatewayAbi, royaltyRouterAbi } from "@ryugu/contracts";
import { readFacts } from "@ryugu/sdk/market";
import { rederiveStatement, verifyStatement } from "@ryugu/sdk/payout/statement";
import { type Address, address, type Bytes32, chainId } from "@ryugu/sdk/primitives";
import { sendTransfer, type TransferStatus } from "@ryugu/sdk/transfer";
import { Contract, Interface } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { NodeConfigInput } from "../src/index.ts";
import { account, freePort, startChain, type TestChain } from "./harness/anvil.ts";
import { type BentEndpoint, openBentEndpoint } from "./harness/bent-endpoint.ts";
import { decide } from "./harness/council.ts";
import { prepareNode, type TestNode, until } from "./harness/node.ts";
import {
  deployMarket,
  deployYen,
  makeSplit,
  makeWorks,
  sell,
  type TestMarket,
} from "./harness/sale.ts";
import { temporaryFolder } from "./harness/temporary-folder.ts";
import { deployZone, type TestZone } from "./harness/zone.ts";

const HOME = 31_337;
const AWAY = 31_338;
const NO_LIMIT = 2n ** 88n - 1n;
/** The creator has everything at first; the buyer has yen on the guest chain. */
const creator = account(0);
const buyer = account(1);
const payees = [account(6), account(7), account(8)].map((wallet) => wallet.address);
/** 5 percent, of prices that do not divide by it. */
const BASIS_POINTS = 500;
const MINIMUM = 1_000n;
/** Yen for a coin of the guest chain. */
const COIN_PRICE = 400_000n;

let home: TestChain;
let away: TestChain;
/** The node's only way to the home chain. */
let wayHome: BentEndpoint;
let testZone: TestZone;
let node: TestNode;
let markets: { home: TestMarket; away: TestMarket };
let yen: Address;
let yenAway: Address;
let split: Address;
let works: Address;
let worksAway: Address;

beforeAll(async () => {
  [home, away] = await Promise.all([startChain(HOME), startChain(AWAY)]);
  wayHome = await openBentEndpoint(home.url);
  const port = await freePort();
  testZone = await deployZone([home, away], [`http://127.0.0.1:${port}`], 1);
  markets = { home: await deployMarket(home, creator), away: await deployMarket(away, creator) };
  yen = await deployYen(home, creator, 10_000_000n);
  const listing = { token: yen, class: 2, cap: NO_LIMIT, windowMinutes: 1 };
  await decide(testZone, home, "ListToken", listing, (signatures) => ({
    method: "listToken",
    values: [yen, 2, NO_LIMIT, 1, signatures],
  }));
  split = await makeSplit(home, markets.home.splitFactory, creator, [
    [payees[0] ?? "", 1],
    [payees[1] ?? "", 1],
    [payees[2] ?? "", 5],
  ]);
  works = await makeWorks(home, creator, { receiver: split, basisPoints: BASIS_POINTS }, 9);
  const change = (config: NodeConfigInput): NodeConfigInput => ({
    ...config,
    roles: ["observe", "attest", "relay", "audit", "payout", "api"],
    chains: config.chains.map((chain) =>
      chain.id === chainId(HOME) ? { ...chain, rpcUrls: [wayHome.url] } : chain,
    ),
    payout: {
      currencies: [
        {
          homeChain: chainId(HOME),
          token: yen,
          minimum: `${MINIMUM}`,
          maximumAgeMs: 4_000,
          coinPrices: [{ chain: chainId(AWAY), units: `${COIN_PRICE}` }],
        },
      ],
      contracts: [contractsOf(HOME, markets.home), contractsOf(AWAY, markets.away)],
      statements: {
        currencies: [
          {
            ...{ homeChain: chainId(HOME), token: yen, symbol: "TYEN", decimals: 18 },
            issuer: "Otohime Trust",
          },
        ],
      },
      intervalMs: 250,
    },
  });
  const folder = temporaryFolder();
  node = prepareNode({ testZone, folder, index: 0, port, relayer: account(5), change });
  await node.start();
  for (const sent of [
    await send(yen, undefined, 5_000_000n, buyer),
    await send(works, [1n, 2n, 3n, 4n]),
  ])
    await delivered(sent);
  yenAway = await representation(yen, 3);
  worksAway = await representation(works, 1);
}, 180_000);

function contractsOf(chain: number, { market, rail, splitFactory }: TestMarket) {
  const [markets, rails, splitFactories] = [[market], [rail], [splitFactory]];
  return { chain: chainId(chain), markets, rails, splitFactories };
}

afterAll(async () => {
  await node?.kill("SIGTERM");
  wayHome?.close();
  await Promise.all([home?.stop(), away?.stop()]);
});

async function send(token: Address, ids?: bigint[], amount?: bigint, to = creator) {
  const what = ids === undefined ? { ids: [], amounts: [amount ?? 0n] } : { ids };
  const { messageId } = await sendTransfer(testZone.zone, creator.connect(home.provider), {
    origin: chainId(HOME),
    destination: chainId(AWAY),
    token,
    ...what,
    recipient: address(to.address),
  });
  return messageId;
}

async function delivered(messageId: Bytes32): Promise<void> {
  const state = async () => (await node.get<TransferStatus>(`/v1/transfers/${messageId}`)).state;
  await until(async () => (await state()) === "delivered", 60_000, "delivery").catch(withLogs);
}

function withLogs(error: unknown): never {
  throw new Error(`${error}\n${node.logs().split("\n").slice(-60).join("\n")}`);
}

async function representation(token: Address, standard: number): Promise<Address> {
  const gateway = testZone.zone.manifest.chains[1]?.gateway ?? "";
  const contract = new Contract(gateway, gatewayAbi, away.provider);
  return address(await contract.getFunction("representationOf")(HOME, token, standard));
}

const balance = async (holder: string): Promise<bigint> => {
  const token = new Contract(
    yen,
    ["function balanceOf(address) view returns (uint256)"],
    home.provider,
  );
  return BigInt(await token.getFunction("balanceOf")(holder));
};

/** What each payee has to have of all royalties, to the unit: floors of running sums, per division. */
function sharesOf(divisions: readonly bigint[]): bigint[] {
  const weights = [1n, 1n, 5n];
  const got = [0n, 0n, 0n];
  for (const amount of divisions) {
    let [before, sum] = [0n, 0n];
    for (const [i, weight] of weights.entries()) {
      sum += weight;
      const upTo = (amount * sum) / 7n;
      got[i] = (got[i] ?? 0n) + upTo - before;
      before = upTo;
    }
  }
  return got;
}

/** What left the routers of the guest chain, by its own logs. */
async function forwarded(): Promise<bigint[]> {
  const router = new Interface(royaltyRouterAbi);
  const topics = [router.getEvent("RoyaltiesForwarded")?.topicHash ?? ""];
  const logs = await away.provider.getLogs({ topics, fromBlock: 0 });
  return logs.map((log) => BigInt(router.parseLog(log)?.args.amount));
}

async function paidOut(divisions: readonly bigint[], within = 60_000): Promise<void> {
  const total = divisions.reduce((sum, amount) => sum + amount, 0n);
  const got = async () => {
    const held = await Promise.all(payees.map(balance));
    return held.reduce((sum, amount) => sum + amount, 0n);
  };
  await until(async () => (await got()) === total, within, `payees to have ${total}`).catch(
    withLogs,
  );
  expect(await Promise.all(payees.map(balance))).toEqual(sharesOf(divisions));
}

/** Any money that comes to the router is a royalty. */
async function payRouter(amount: bigint): Promise<void> {
  const abi = ["function royaltyInfo(uint256,uint256) view returns (address, uint256)"];
  const [router] = await new Contract(worksAway, abi, away.provider).getFunction("royaltyInfo")(
    4,
    1,
  );
  const transfer = ["function transfer(address,uint256)"];
  const money = new Contract(yenAway, transfer, buyer.connect(away.provider));
  await (await money.getFunction("transfer")(router, amount)).wait();
}

const sold = (tokenId: bigint, price: bigint) =>
  sell(away, markets.away, {
    seller: creator,
    buyer,
    collection: worksAway,
    tokenId,
    currency: yenAway,
    price,
  });
const royaltyOf = (price: bigint) => (price * BigInt(BASIS_POINTS)) / 10_000n;

test("a royalty on the guest chain goes home at once where it is worth it, and each payee has their share to the unit", async () => {
  await sold(1n, 33_333n);
  await paidOut([royaltyOf(33_333n)]);
  expect(await forwarded()).toEqual([1_666n]);
}, 120_000);

test("small royalties wait for each other, go when they are old, and wait while home is away", async () => {
  await sold(2n, 5_001n);
  wayHome.is = "stalls";
  await until(async () => (await forwarded()).length === 2, 60_000, "a forward").catch(withLogs);
  expect(await forwarded()).toEqual([1_666n, 250n]);
  wayHome.is = "honest";
  await paidOut([1_666n, 250n], 120_000);
}, 200_000);

test("killed while it sends, the node sends nothing twice", async () => {
  const known = node.logs().length;
  await sold(3n, 99_999n);
  const acted = () => node.logs().slice(known).includes("royalties-forwarded");
  await until(async () => acted(), 60_000, "an act").catch(withLogs);
  await node.kill("SIGKILL");
  await node.start();
  await paidOut([1_666n, 250n, 4_999n], 120_000);
  expect(await forwarded()).toEqual([1_666n, 250n, 4_999n]);
}, 200_000);

test("where the lane home has a fee, small royalties wait until they are worth it, and the fee is paid", async () => {
  // A hundredth of a coin: 4,000 yen.
  const fee = 10n ** 16n;
  const terms = {
    counterpartChain: chainId(HOME),
    fee,
    collector: address(creator.address),
    quota: 0,
  };
  await decide(testZone, away, "SetTerms", terms, (signatures) => ({
    method: "setTerms",
    values: [HOME, fee, creator.address, 0, signatures],
  }));
  await sold(4n, 70_000n);
  interface Royalties {
    routers: { waiting: { amount: string; state: string }[] }[];
  }
  const waiting = async () =>
    (await node.get<Royalties>("/v1/royalties")).routers.flatMap((router) => router.waiting);
  await until(async () => (await waiting()).length > 0, 60_000, "waiting").catch(withLogs);
  expect(await waiting()).toMatchObject([{ amount: "3500", state: "below-fee" }]);
  await payRouter(600n);
  await paidOut([1_666n, 250n, 4_999n, 4_100n], 120_000);
  expect(await forwarded()).toEqual([1_666n, 250n, 4_999n, 4_100n]);
}, 200_000);

interface Sales {
  sales: { kind: string; tokenId: string; paid: string; royalty: string; collection: string }[];
}
interface Payouts {
  sums: { chain: string; source: string; currency: string; paid: string; claimable: string }[];
  onTheWay: object[];
}

test("the node tells each sale to the creators whom it pays at home, and each payee what they got", async () => {
  const salesOf = async (account: string) =>
    (await node.get<Sales>(`/v1/sales?account=${account}`)).sales;
  await until(async () => (await salesOf(split)).length === 4, 60_000, "four sales").catch(
    withLogs,
  );
  expect(await salesOf(split)).toMatchObject([
    { kind: "sold", collection: worksAway, tokenId: "4", paid: "70000", royalty: "3500" },
    { tokenId: "3", paid: "99999", royalty: "4999" },
    { tokenId: "2", paid: "5001", royalty: "250" },
    { tokenId: "1", paid: "33333", royalty: "1666" },
  ]);
  expect(await salesOf(account(9).address)).toEqual([]);
  const payoutsOf = (who: string) => node.get<Payouts>(`/v1/payouts/${who}`);
  const shares = sharesOf([1_666n, 250n, 4_999n, 4_100n]);
  for (const [i, payee] of payees.entries()) {
    const paid = `${shares[i]}`;
    const got = async () => (await payoutsOf(payee)).sums;
    await until(async () => (await got())[0]?.paid === paid, 60_000, `${paid}`).catch(withLogs);
    expect(await got()).toMatchObject([
      { chain: chainId(HOME), source: split, currency: yen, paid, claimable: "0" },
    ]);
  }
  // What the seller got of each price is paid by the rail on the guest chain.
  const proceeds = 33_333n + 5_001n + 99_999n + 70_000n - 1_666n - 250n - 4_999n - 3_500n;
  expect((await payoutsOf(creator.address)).sums).toMatchObject([
    { chain: chainId(AWAY), source: markets.away.rail, currency: yenAway, paid: `${proceeds}` },
  ]);
  await until(
    async () => (await payoutsOf(split)).onTheWay.length === 0,
    60_000,
    "nothing on its way",
  ).catch(withLogs);
}, 200_000);

/** Days in Japan around now. */
const around = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("each payee's statement leads from home back to the sales on the guest chain, as the chains alone tell", async () => {
  const period = `${around(-2)}%2F${around(3)}`;
  const chains = [
    { chain: home, market: markets.home },
    { chain: away, market: markets.away },
  ].map(({ chain, market: { market, rail, splitFactory } }, i) => ({
    ...{ provider: chain.provider, markets: [market], rails: [rail] },
    splitFactories: [splitFactory],
    gateway: address(testZone.zone.manifest.chains[i]?.gateway),
  }));
  for (const who of [...payees, creator.address]) {
    const path = `/v1/statements/${who}/${period}`;
    await until(async () => (await fetch(`${node.url}${path}`)).ok, 60_000, path).catch(withLogs);
    const { statement } = verifyStatement(testZone.zone, await node.text(path));
    const facts = await readFacts({
      chains: statement.chains.map(({ id, fromBlock, toBlock }, i) => {
        const read = chains[i];
        if (read === undefined) throw new Error("no chain");
        return { id, fromBlock, toBlock, ...read };
      }),
    });
    const again = rederiveStatement(statement, facts);
    expect(again.statement.lines).toEqual(statement.lines);
    expect([who, again.isSame]).toEqual([who, true]);
    const isPayee = who !== creator.address;
    expect(statement.lines.map(({ kind }) => kind)).toEqual(
      isPayee ? ["batch", "batch", "batch", "batch"] : ["sale", "sale", "sale", "sale"],
    );
  }
}, 200_000);

test("as PDF, with its font, from the process itself", async () => {
  const answer = await fetch(
    `${node.url}/v1/statements/${payees[0]}/${around(-2)}%2F${around(3)}?format=pdf&language=en`,
  );
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
});
