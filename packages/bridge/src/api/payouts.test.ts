import { afterAll, beforeAll, expect, test } from "vitest";
import { errorJson, startTestApi, type TestApi } from "../../test/harness/api.ts";
import { ARTIST, fillPayouts } from "../../test/harness/api-payouts.ts";
import { fillRoyalties, ROUTERS } from "../../test/harness/api-royalties.ts";
import { AWAY, accountOf, at, HOME, word } from "../../test/model/messages.ts";
import { COLLECTION, MARKET, RAIL, SELLER, YEN } from "../../test/model/payouts.ts";
import { YEN as HOME_YEN, SPLIT, WORKS } from "../../test/model/royalty-messages.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

test("a node that indexes nothing says so", async () => {
  expect((await api.get("/v1/sales")).body).toEqual({ sales: [], indexes: [] });
  const { body } = await api.get(`/v1/payouts/${ARTIST}`);
  expect(body).toEqual({ account: ARTIST, sums: [], onTheWay: [], indexes: [] });
});

test("sales and refunds, with the log that says so and the blocks that were read", async () => {
  await fillPayouts(api.store);
  const { body } = await api.get(`/v1/sales?account=${ARTIST.toLowerCase()}&limit=1`);
  expect(body.sales).toMatchObject([
    { kind: "refunded", recipient: SELLER, paid: "1000", block: 5 },
  ]);
  const rest = await api.get(`/v1/sales?collection=${COLLECTION}&cursor=${body.next}`);
  const { block, blockHash, time, transaction, logIndex } = at(3);
  expect(rest.body.sales).toEqual([
    expect.objectContaining({
      kind: "sold",
      chain: AWAY,
      market: MARKET,
      tokenId: `${2n ** 200n}`,
      royalty: "50",
      ...{ block, blockHash, time, transaction, logIndex },
    }),
  ]);
  expect(rest.body.indexes).toEqual([
    { chain: HOME, from: 1, through: 0, hash: word("start") },
    { chain: AWAY, from: 1, through: 9, hash: word("9") },
  ]);
  const none = await api.get(`/v1/sales?from=${at(3).time}&before=${at(5).time}&chain=${HOME}`);
  expect(none.body.sales).toEqual([]);
});

test("what an account got, and what it may claim", async () => {
  const { body } = await api.get(`/v1/payouts/${ARTIST}`);
  const sum = { paid: "30", credited: "20", claimed: "15", claimable: "5" };
  expect(body.sums).toEqual([{ chain: AWAY, source: RAIL, currency: YEN, ...sum }]);
  const page = await api.get(`/v1/payouts/${ARTIST}/entries?limit=2`);
  expect(page.body.entries).toMatchObject([
    { kind: "claimed", amount: "15", to: accountOf("another"), block: 6 },
    { kind: "credited", amount: "20", source: RAIL, block: 4 },
  ]);
  const rest = await api.get(`/v1/payouts/${ARTIST}/entries?cursor=${page.body.next}`);
  expect(rest.body.entries).toMatchObject([{ kind: "paid", amount: "30", chain: AWAY }]);
  expect(rest.body).not.toHaveProperty("next");
});

test("royalties on their way are the receiver's, in the router and in the lane", async () => {
  const messageId = await fillRoyalties(api.store);
  const route = { chain: AWAY, router: ROUTERS[0], homeChain: HOME, homeToken: WORKS };
  const money = { ...route, currency: { homeChain: HOME_YEN.chain, token: HOME_YEN.token } };
  const onTheWay = async () => (await api.get(`/v1/payouts/${SPLIT}`)).body.onTheWay;
  expect(await onTheWay()).toEqual([
    { ...money, amount: "250", state: "due" },
    { ...money, amount: "1666", state: "final", messageId },
  ]);
  await api.store.endRoyalty(messageId, "divided");
  expect(await onTheWay()).toHaveLength(1);
});

test("what cannot be asked is refused", async () => {
  const bad = [
    "/v1/sales?account=me",
    "/v1/sales?chain=1",
    "/v1/sales?limit=101",
    "/v1/payouts/me",
  ];
  for (const path of [...bad, `/v1/payouts/${ARTIST}/entries?from=-1`]) {
    const { status, body } = await api.get(path);
    expect([path, status, body]).toEqual([path, 400, errorJson("invalid-request")]);
  }
});
