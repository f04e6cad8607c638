import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorJson, place, startTestApi, type TestApi } from "../../test/harness/api.ts";
import { attest as attestIn, VALIDATORS } from "../../test/model/attestations.ts";
import { ROUTE } from "../../test/model/lane.ts";
import { accountOf, word } from "../../test/model/messages.ts";

const { laneId } = ROUTE;
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

test("attestations are taken from anybody and believed when verified", async () => {
  expect(await api.post(await attestIn(0, place))).toEqual({ status: 200, body: { accepted: 1 } });
  expect(
    await api.post({ attestations: [await attestIn(1, place), await attestIn(2, place)] }),
  ).toEqual({ status: 200, body: { accepted: 2 } });
  expect((await api.get("/v1/lanes")).body.lanes[0].attested).toBe(4);
  const { body } = await api.get(
    `/v1/lanes/${laneId}/attestations?from=1&validator=${VALIDATORS[1]?.address}`,
  );
  expect(body.attestations).toEqual([await attestIn(1, place)]);
});

test("a stranger's, a forged, a malformed, another lane's attestation: each its own error, nothing stored", async () => {
  const honest = await attestIn(3, place);
  const stranger = { ...honest, validator: accountOf("stranger") };
  expect(await api.post(stranger)).toMatchObject({
    status: 403,
    body: errorJson("unknown-validator"),
  });
  expect(await api.post({ ...honest, head: word("forged") })).toMatchObject({
    status: 403,
    body: errorJson("attestation-forged"),
  });
  expect(await api.post({ ...honest, signature: `0x${"ff".repeat(64)}` })).toMatchObject({
    status: 403,
    body: errorJson("invalid-signature"),
  });
  expect(await api.post({ ...honest, laneId: word("lane") })).toMatchObject({
    status: 404,
    body: errorJson("unknown-lane"),
  });
  expect(await api.post({ ...honest, sequence: -1 })).toMatchObject({
    status: 400,
    body: errorJson("invalid-request"),
  });
  expect(await api.post("{ not json")).toMatchObject({
    status: 400,
    body: errorJson("invalid-request"),
  });
  expect(await api.post({ attestations: [honest, stranger] })).toMatchObject({ status: 403 });
  expect(
    (await api.store.attestations(laneId, { from: 1, limit: 10 })).map(
      ({ validator }) => validator,
    ),
  ).not.toContain(honest.validator);
});

test("a validator with two heads is found out", async () => {
  await api.post(await attestIn(4, place));
  expect(await api.post(await attestIn(4, { ...place, head: word("other") }))).toMatchObject({
    status: 200,
  });
  expect(api.events).toContainEqual({
    type: "two-heads-found",
    validator: VALIDATORS[4]?.address,
    laneId,
    sequence: 4,
  });
  expect((await api.get("/v1/node")).body.twoHeads).toBe(1);
});

test("an attestation far ahead of anything known is not kept", async () => {
  expect(await api.post(await attestIn(3, { ...place, sequence: 1_000_000 }))).toEqual({
    status: 200,
    body: { accepted: 0 },
  });
});

test("ten megabytes are refused with words, and the node lives on", async () => {
  const size = 10 * 1_024 * 1_024;
  const answer = await new Promise<{ status: number | undefined; text: string }>(
    (resolve, reject) => {
      const outgoing = httpRequest(
        `${api.base}/v1/attestations`,
        { method: "POST", headers: { "content-type": "application/json", "content-length": size } },
        (response) => {
          let text = "";
          response.on("data", (chunk: Buffer) => {
            text += chunk.toString();
          });
          response.on("end", () => resolve({ status: response.statusCode, text }));
        },
      );
      outgoing.on("error", reject);
      outgoing.end(Buffer.alloc(size, 0x20));
    },
  );
  expect(answer.status).toBe(413);
  expect(JSON.parse(answer.text)).toEqual(errorJson("request-too-large"));
  expect(
    (
      await fetch(`${api.base}/v1/attestations`, {
        method: "POST",
        body: "x".repeat(size),
        headers: { "content-type": "application/json" },
      })
    ).status,
  ).toBe(413);
  expect((await api.get("/v1/health")).status).toBe(200);
});
