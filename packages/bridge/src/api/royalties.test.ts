import { afterAll, beforeAll, expect, test } from "vitest";
import { errorJson, startTestApi, type TestApi } from "../../test/harness/api.ts";
import { fillRoyalties, ROUTERS } from "../../test/harness/api-royalties.ts";
import { AWAY, HOME } from "../../test/model/messages.ts";
import { SPLIT, WORKS, YEN } from "../../test/model/royalty-messages.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

test("before anything is known there are no routers", async () => {
  expect((await api.get("/v1/royalties")).body).toEqual({ routers: [] });
});

test("what waits in a router and what it sent, page by page", async () => {
  const messageId = await fillRoyalties(api.store);
  const { body: page } = await api.get("/v1/royalties?limit=1");
  const currency = { homeChain: YEN.chain, token: YEN.token };
  expect(page.routers).toEqual([
    {
      chain: AWAY,
      router: ROUTERS[0],
      homeChain: HOME,
      homeToken: WORKS,
      receiver: SPLIT,
      waiting: [{ currency, amount: "250", since: 1_700_000_000_000, block: 3, state: "due" }],
      batches: [
        {
          messageId,
          currency,
          amount: "1666",
          state: "final",
          sent: expect.any(Number),
        },
      ],
    },
  ]);
  const { body: rest } = await api.get(`/v1/royalties?cursor=${page.next}`);
  expect(rest.routers).toMatchObject([{ router: ROUTERS[1], waiting: [], batches: [] }]);
  expect(rest).not.toHaveProperty("next");
});

test("a page that cannot be is refused", async () => {
  for (const query of ["limit=0", "limit=101", "cursor=x"]) {
    const { status, body } = await api.get(`/v1/royalties?${query}`);
    expect([status, body]).toEqual([400, errorJson("invalid-request")]);
  }
});
