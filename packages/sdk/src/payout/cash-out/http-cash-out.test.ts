import { expect, test } from "vitest";
import { bytes32 } from "../../primitives/index.ts";
import { httpCashOut } from "./http-cash-out.ts";

const ID = bytes32(`0x${"11".repeat(32)}`);
const CASH_OUT = {
  ...{ id: ID, payee: `0x${"22".repeat(20)}`, units: "1000", yen: "1000", fee: "0" },
  ...{ accountEnding: "567", state: "settled", settledOn: "2026-11-24" },
};

/** An issuer that answers everything with one answer, and notes what it was asked. */
function answering(answer: () => Response | Promise<Response>, issuer = "https://issuer.example") {
  const asked: { url: string; init: RequestInit }[] = [];
  const fetch = async (url: string | URL | Request, init: RequestInit = {}) => {
    asked.push({ url: `${url}`, init });
    return answer();
  };
  const adapter = httpCashOut({
    url: issuer,
    token: "secret",
    fetch,
    timeout: 50,
  });
  return { adapter, asked };
}

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });

test("a cash-out is asked for with the token, and read", async () => {
  const { adapter, asked } = answering(() => json(CASH_OUT));
  expect(await adapter.status(ID)).toEqual({ ...CASH_OUT, units: 1_000n, yen: 1_000n, fee: 0n });
  expect(asked[0]?.url).toBe(`https://issuer.example/v1/cash-outs/${ID}`);
  expect(asked[0]?.init.headers).toMatchObject({ authorization: "Bearer secret" });
  expect(asked[0]?.init.redirect).toBe("error");
});

test.each(["https://world.example/cash-out", "https://world.example/cash-out/"])(
  "an API below a path is asked there: %s",
  async (url) => {
    const { adapter, asked } = answering(() => json(CASH_OUT), url);
    await adapter.cancel(ID);
    expect(asked[0]?.url).toBe(`https://world.example/cash-out/v1/cash-outs/${ID}/cancel`);
  },
);

test.each([
  ["503", () => json({ code: "internal-error", message: "down" }, 503)],
  ["a proxy's page", () => new Response("<html>", { status: 502 })],
  ["a page that says all is well", () => new Response("<html>")],
  ["more than can be read", () => new Response("9".repeat(1_000_001))],
  ["no connection", () => Promise.reject(new TypeError("fetch failed"))],
  ["a refusal of the token", () => json({ code: "not-authorized", message: "no" }, 401)],
])("%s is no answer: it may be asked again", async (_, answer) => {
  await expect(answering(answer).adapter.status(ID)).rejects.toMatchObject({
    ...{ code: "cash-out-unavailable", retryable: true },
  });
});

test("an answer of another shape is told, not believed", async () => {
  const { adapter } = answering(() => json({ ...CASH_OUT, state: "lost" }));
  await expect(adapter.status(ID)).rejects.toMatchObject({ code: "invalid-shape" });
});

test.each([
  ["cash-out-not-found", {}],
  ["cash-out-too-late", {}],
  ["cash-out-too-small", {}],
  ["invalid-cash-out", { reason: "signature" }],
  ["invalid-bank-account", { field: "holder" }],
])("%s comes back as the error that it is", async (code, rest) => {
  const { adapter } = answering(() => json({ code, message: "No.", details: ["a"], ...rest }, 409));
  await expect(adapter.cancel(ID)).rejects.toMatchObject({ code, shortMessage: "No.", ...rest });
});
