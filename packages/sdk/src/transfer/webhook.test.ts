import { expect, test } from "vitest";
import { verifyWebhook } from "./webhook.ts";

// The example of the Standard Webhooks specification.
const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const EXAMPLE = {
  "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
  "webhook-timestamp": "1614265330",
  "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
};
const BODY = '{"test": 2432232314}';
const NOW = { now: 1_614_265_330 };

const request = (headers: Record<string, string>, body: string) => ({
  body,
  header: (name: string) => headers[name],
});

/** Signs as a sender of this test. */
async function signed(body: string, secret = SECRET) {
  const raw = Uint8Array.from(atob(secret.slice(6)), (c) => c.charCodeAt(0));
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", raw, algorithm, false, ["sign"]);
  const bytes = new TextEncoder().encode(`id-1.${NOW.now}.${body}`);
  const signature = new Uint8Array(await crypto.subtle.sign("HMAC", key, bytes));
  return request(
    {
      "webhook-id": "id-1",
      "webhook-timestamp": `${NOW.now}`,
      "webhook-signature": `v1a,AAAA v1,${btoa(String.fromCharCode(...signature))}`,
    },
    body,
  );
}

const LOST = {
  type: "events.lost",
  timestamp: "2026-11-22T00:00:00Z",
  data: { after: 1, before: 9 },
};

test("the specification's example has a signature that fits; what it says is no node's message", async () => {
  await expect(verifyWebhook(SECRET, request(EXAMPLE, BODY), NOW)).rejects.toMatchObject({
    code: "invalid-shape",
  });
});

test("a message is read, also while a secret is being replaced", async () => {
  const other = `whsec_${btoa("x".repeat(32))}`;
  const arrived = await signed(JSON.stringify(LOST));
  expect(await verifyWebhook([other, SECRET], arrived, NOW)).toEqual({ id: "id-1", message: LOST });
  await expect(verifyWebhook(other, arrived, NOW)).rejects.toMatchObject({
    code: "webhook-forged",
  });
});

test.each([
  ["another body", EXAMPLE, `${BODY} `],
  ["another id", { ...EXAMPLE, "webhook-id": "msg_2" }, BODY],
  ["another time", { ...EXAMPLE, "webhook-timestamp": "1614265331" }, BODY],
  ["no base64", { ...EXAMPLE, "webhook-signature": "v1,***" }, BODY],
  [
    "another scheme",
    { ...EXAMPLE, "webhook-signature": EXAMPLE["webhook-signature"].replace("v1", "v2") },
    BODY,
  ],
  ["no signature", { ...EXAMPLE, "webhook-signature": "" }, BODY],
  ["no time", { ...EXAMPLE, "webhook-timestamp": "soon" }, BODY],
])("%s: forged", async (_, headers, body) => {
  await expect(verifyWebhook(SECRET, request(headers, body), NOW)).rejects.toMatchObject({
    code: "webhook-forged",
  });
});

test("a request that is played again later is stale, and so is one of the future", async () => {
  for (const now of [NOW.now + 301, NOW.now - 301])
    await expect(verifyWebhook(SECRET, request(EXAMPLE, BODY), { now })).rejects.toMatchObject({
      code: "webhook-stale",
    });
  const arrived = await signed(JSON.stringify(LOST));
  await verifyWebhook(SECRET, arrived, { now: NOW.now + 900, tolerance: 900 });
});
