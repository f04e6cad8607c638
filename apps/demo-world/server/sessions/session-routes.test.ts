import { chainId } from "@ryugu/sdk/primitives";
import { createKeyWallet } from "@ryugu/sdk/wallet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nonceAnswer, sessionAnswer } from "../../src/sim/protocol/http.ts";
import {
  PAGE,
  type PlatformServer,
  startPlatformServer,
} from "../../test/support/platform-server.ts";
import { createNonces, NONCE_LIFE } from "./nonces.ts";
import { SESSION_LIFE } from "./session-store.ts";

let server: PlatformServer;
let contractSays: boolean | "down" = false;

beforeAll(async () => {
  server = await startPlatformServer({
    contractVerifier: async () => {
      if (contractSays === "down") throw new Error("down");
      return contractSays;
    },
  });
});
afterAll(() => server.close());

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const reasonOf = async (answer: Response) => {
  const { error } = (await answer.json()) as { error: { code: string; reason?: string } };
  return `${answer.status} ${error.code} ${error.reason ?? ""}`.trim();
};

test("one signs in with an account, is known by the token, and signs out", async () => {
  const wallet = createKeyWallet();
  const nonce = await server.ask("/session/nonce", { method: "POST" });
  expect(nonce.headers.get("cache-control")).toBe("no-store");
  expect(nonceAnswer.parse(await nonce.json()).expiresAt).toBeGreaterThan(Date.now());
  const answer = await server.post("/session", await server.sign(wallet));
  const { token, address, expiresAt } = sessionAnswer.parse(await answer.json());
  expect(address).toBe(wallet.address);
  const here = await server.ask("/session", bearer(token));
  expect(await here.json()).toEqual({ address, expiresAt });
  expect((await server.ask("/session", { method: "DELETE", ...bearer(token) })).status).toBe(204);
  expect(await reasonOf(await server.ask("/session", bearer(token)))).toBe("401 session-unknown");
});

test.each([
  ["another page's message", { domain: "evil.example" }, "401 siwe-refused domain"],
  ["another server's message", { uri: "http://localhost:4002" }, "401 siwe-refused uri"],
  ["another chain's message", { chain: chainId(1) }, "401 siwe-refused chain"],
  ["a nonce of its own", { nonce: "a".repeat(32) }, "401 siwe-refused nonce"],
  ["an old message", { issuedAt: "2020-01-01T00:00:00Z" }, "401 siwe-refused too-old"],
])("%s is refused", async (_, change, reason) => {
  const signed = await server.sign(createKeyWallet(), change);
  expect(await reasonOf(await server.post("/session", signed))).toBe(reason);
});

test("a message signs in once; a stolen signature, another's and none do not", async () => {
  const signed = await server.sign(createKeyWallet());
  expect((await server.post("/session", signed)).status).toBe(200);
  expect(await reasonOf(await server.post("/session", signed))).toBe("401 siwe-refused nonce");
  const mine = await server.sign(createKeyWallet());
  const other = { message: mine.message, signature: signed.signature };
  expect(await reasonOf(await server.post("/session", other))).toBe(
    "401 siwe-refused wrong-signature",
  );
  // A try that failed has used its nonce up.
  expect(await reasonOf(await server.post("/session", mine))).toBe("401 siwe-refused nonce");
  const text = { message: "let me in", signature: mine.signature };
  expect(await reasonOf(await server.post("/session", text))).toBe("401 invalid-siwe-message");
  expect(await reasonOf(await server.post("/session", { message: 1 }))).toBe("400 invalid-shape");
});

test("a nonce is too late after its time", async () => {
  const signed = await server.sign(createKeyWallet());
  server.pass(NONCE_LIFE + 1);
  expect((await server.post("/session", signed)).status).toBe(401);
});

test("a contract wallet is asked on the chain; a chain that is down is no refusal", async () => {
  const long = async () => {
    const { message } = await server.sign(createKeyWallet());
    return server.post("/session", { message, signature: `0x${"ab".repeat(130)}` });
  };
  contractSays = true;
  expect((await long()).status).toBe(200);
  contractSays = false;
  expect((await long()).status).toBe(401);
  contractSays = "down";
  expect(await reasonOf(await long())).toBe("503 siwe-refused contract-check-failed");
});

test("a session survives a restart, ends in its time, and its token is nowhere on disk", async () => {
  const first = await startPlatformServer();
  const token = await first.signIn();
  const rows = JSON.stringify(first.store.all("SELECT * FROM sessions"));
  expect(rows).not.toContain(token);
  await first.close({ keep: true });
  const second = await startPlatformServer({ folder: first.folder });
  expect((await second.ask("/session", bearer(token))).status).toBe(200);
  second.pass(SESSION_LIFE);
  expect((await second.ask("/session", bearer(token))).status).toBe(401);
  await second.close();
});

test("an account has a few sessions; the oldest gives way", async () => {
  const wallet = createKeyWallet();
  const tokens: string[] = [];
  for (let i = 0; i < 9; i++) {
    server.pass(10);
    tokens.push(await server.signIn(wallet));
  }
  const statuses = await Promise.all(
    tokens.map(async (token) => (await server.ask("/session", bearer(token))).status),
  );
  expect(statuses).toEqual([401, ...Array.from({ length: 8 }, () => 200)]);
});

test("a stranger's page can sign nobody in", async () => {
  const signed = await server.sign(createKeyWallet());
  const answer = await server.post("/session", signed, { origin: "http://evil.example" });
  expect(await reasonOf(answer)).toBe("403 origin-refused");
  expect((await server.post("/session", signed, { origin: PAGE })).status).toBe(200);
});

test("nonces are bounded: the newest stay", () => {
  let made = 0;
  const nonces = createNonces(() => String(made++), 3);
  const given = Array.from({ length: 5 }, () => nonces.give(0).nonce);
  expect(nonces.size).toBe(3);
  expect(given.map((nonce) => nonces.take(nonce, 1))).toEqual([false, false, true, true, true]);
  nonces.give(0);
  nonces.give(NONCE_LIFE + 1);
  expect(nonces.size).toBe(1);
});

test("the log says that somebody came, not who", () => {
  expect(server.log.map(([event]) => event)).toContain("session-opened");
  expect(JSON.stringify(server.log)).not.toMatch(/0x|[0-9a-f]{32}/);
});
