import { address, canonicalJson } from "@ryugu/sdk/primitives";
import { signStatement, verifyClaimCertificate, verifyStatement } from "@ryugu/sdk/reserves";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorJson, startTestApi, type TestApi } from "../../test/harness/api.ts";
import { VALIDATORS } from "../../test/model/attestations.ts";
import { AWAY, accountOf, HOME, word } from "../../test/model/messages.ts";
import { COVERED } from "../../test/model/reserve-example.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const chains = [HOME, AWAY].map((id) => ({ id, block: 3, hash: word("3") }));
test("before the first audit there is nothing to say", async () => {
  for (const path of ["/v1/reserves", "/v1/statements/latest", "/v1/statements/2026-11-22"]) {
    expect(await api.get(path)).toMatchObject({ status: 404, body: errorJson("not-found") });
  }
  expect((await api.get("/v1/statements")).body).toEqual({ days: [] });
});

test("the last audit", async () => {
  const audit = { time: 7, chains, reserves: [COVERED], unread: [], lanes: [] };
  await api.store.saveAudit(audit, []);
  const { body } = await api.get("/v1/reserves");
  expect(body).toEqual({ time: 7, chains, reserves: [COVERED], unread: [] });
});

test("statements are listed by day and answered as they were signed", async () => {
  const [signer] = VALIDATORS;
  if (signer === undefined) throw new Error("no validator");
  const { zone } = api.context.view;
  for (const day of ["2026-11-20", "2026-11-21", "2026-11-22"]) {
    const statement = {
      schema: "ryugu-reserve-statement/1" as const,
      zoneId: zone.id,
      validator: address(signer.address),
      day,
      issuedAt: `${day}T00:00:05Z`,
      chains,
      reserves: [COVERED],
      unread: [],
      lanes: [],
    };
    await api.store.addStatement(await signStatement(signer, statement));
  }
  const { body: page } = await api.get("/v1/statements?limit=2");
  expect(page).toEqual({ days: ["2026-11-22", "2026-11-21"], next: "2026-11-21" });
  expect((await api.get(`/v1/statements?before=${page.next}`)).body).toEqual({
    days: ["2026-11-20"],
  });
  const text = await (await fetch(`${api.base}/v1/statements/latest`)).text();
  expect(verifyStatement(zone, text).statement.day).toBe("2026-11-22");
  expect(text).toBe(canonicalJson(JSON.parse(text)));
  expect((await api.get("/v1/statements/yesterday")).status).toBe(400);
});

test("a certificate of whoever is asked for", async () => {
  const holder = accountOf("holder");
  const text = await (await fetch(`${api.base}/v1/certificates/${holder.toLowerCase()}`)).text();
  expect(verifyClaimCertificate(api.context.view.zone, text).certificate.holder).toBe(holder);
  expect((await api.get("/v1/certificates/nobody")).status).toBe(400);
});
