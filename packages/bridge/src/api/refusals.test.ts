import { afterAll, beforeAll, expect, test } from "vitest";
import { errorJson, startTestApi, type TestApi } from "../../test/harness/api.ts";
import { ROUTE } from "../../test/model/lane.ts";
import { createApi, listen } from "./server.ts";

const { laneId } = ROUTE;
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

test("nonsense paths and queries are typed", async () => {
  expect(await api.get("/v1/nothing")).toMatchObject({ status: 404, body: errorJson("not-found") });
  expect(await api.get("/v1/transfers/0x12")).toMatchObject({
    status: 400,
    body: errorJson("invalid-request"),
  });
  expect(await api.get("/v1/transfers?limit=1000")).toMatchObject({ status: 400 });
  expect(await api.get("/v1/transfers?token=what/is/this")).toMatchObject({
    status: 400,
    body: errorJson("invalid-asset-id"),
  });
  expect(await api.get(`/v1/lanes/${laneId}/messages?from=-1`)).toMatchObject({ status: 400 });
  expect(api.errors).toEqual([]);
});

test("who asks too often is told so", async () => {
  const answers = await Promise.all(
    Array.from({ length: 320 }, () => fetch(`${api.base}/v1/health`)),
  );
  const refused = answers.find(({ status }) => status === 429);
  expect(await refused?.json()).toEqual(errorJson("too-many-requests"));
  expect(refused?.headers.get("retry-after")).toBeTruthy();
});

test("a port that is taken is told in words", async () => {
  const port = Number(new URL(api.base).port);
  const other = await createApi(api.context);
  await expect(listen(other, { host: "127.0.0.1", port })).rejects.toMatchObject({
    code: "listen-failed",
  });
  await other.close();
});
