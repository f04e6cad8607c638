import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorJson, place, startTestApi, type TestApi } from "../../test/harness/api.ts";
import {
  askFrom,
  parseAnswer,
  type RawConnection,
  rawConnection,
} from "../../test/harness/strangers.ts";
import { attest as attestIn } from "../../test/model/attestations.ts";
import { word } from "../../test/model/messages.ts";

const PROXY = "127.0.0.9";
let api: TestApi;
let port = 0;
const opened: RawConnection[] = [];
beforeAll(async () => {
  api = await startTestApi({
    limits: {
      connections: 40,
      connectionsPerAddress: 8,
      streams: 6,
      streamsPerAddress: 4,
      trustedProxies: [PROXY],
    },
  });
  port = Number(new URL(api.base).port);
});
afterAll(async () => {
  for (const { socket } of opened) socket.destroy();
  await api.close();
});

async function hold(from: string, bytes: string): Promise<RawConnection> {
  const connection = await rawConnection(port, from);
  connection.socket.write(bytes);
  opened.push(connection);
  return connection;
}

const POST = "POST /v1/attestations HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n";

test("slow headers and slow bodies from one address or many keep nobody out", async () => {
  for (let i = 0; i < 30; i++) {
    await hold("127.0.0.2", "GET /v1/health HTTP/1.1\r\nx-slow: ");
    await hold("127.0.0.3", `${POST}content-length: 1000\r\n\r\n{`);
    await hold(`127.0.1.${i}`, "G");
  }
  const others = Array.from({ length: 20 }, (_, i) =>
    askFrom(port, `127.0.2.${i + 1}`, "/v1/health"),
  );
  const statuses = (await Promise.all(others)).map(({ status }) => status);
  expect(statuses).toEqual(new Array(20).fill(200));
  expect((await askFrom(port, "127.0.0.2", "/v1/health")).status).toBe(200);
});

test("a body without end is refused when it passes the limit, whatever it said before", async () => {
  const { socket, ended } = await hold("127.0.0.4", `${POST}transfer-encoding: chunked\r\n\r\n`);
  const chunk = `4000\r\n${"x".repeat(0x4000)}\r\n`;
  let sent = 0;
  while (!socket.destroyed && sent < 1_000) {
    if (!socket.write(chunk)) await Promise.race([once(socket, "drain"), ended]).catch(() => null);
    sent += 1;
  }
  const { status, body } = parseAnswer(await ended);
  expect([status, JSON.parse(body)]).toEqual([413, errorJson("request-too-large")]);
  expect(sent).toBeLessThan(1_000);
});

test("a gigabyte is refused by its announcement, before it is sent", async () => {
  const { ended } = await hold("127.0.0.4", `${POST}content-length: 1073741824\r\n\r\n`);
  const { status, body } = parseAnswer(await ended);
  expect([status, JSON.parse(body)]).toEqual([413, errorJson("request-too-large")]);
});

test.each([
  ["huge headers", `GET / HTTP/1.1\r\nx: ${"y".repeat(20_000)}`, 431, "request-too-large"],
  ["another protocol", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400, "invalid-request"],
  [
    "two lengths",
    `${POST}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`,
    400,
    "invalid-request",
  ],
  [
    "a length and chunks",
    `${POST}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n`,
    400,
    "invalid-request",
  ],
])("%s: refused in words, the connection ends", async (_, bytes, status, code) => {
  const answer = parseAnswer(await (await hold("127.0.0.5", bytes)).ended);
  expect([answer.status, JSON.parse(answer.body)]).toEqual([status, errorJson(code)]);
});

test.each([
  ["deep", `{"attestations":${"[".repeat(32_000)}${"]".repeat(32_000)}}`],
  ["wide", `[${"0,".repeat(30_000)}0]`],
  ["a poisoned prototype", '{"__proto__":{"attestations":[]}}'],
  ["a number past every limit", `{"sequence":${"9".repeat(60_000)}}`],
])("JSON that is %s is refused as invalid", async (_, body) => {
  expect(await api.post(body)).toMatchObject({ status: 400, body: errorJson("invalid-request") });
});

test("keys that stand twice mean what the last one says, and that is what is verified", async () => {
  const honest = await attestIn(0, place);
  const twice = JSON.stringify(honest).replace("{", `{"head":"${word("forged")}",`);
  expect(await api.post(twice)).toEqual({ status: 200, body: { accepted: 1 } });
  const forged = `${JSON.stringify(honest).slice(0, -1)},"head":"${word("forged")}"}`;
  expect(await api.post(forged)).toMatchObject({
    status: 403,
    body: errorJson("attestation-forged"),
  });
});

test("what a newer release may add is passed over; what is signed counts", async () => {
  const newer = { ...(await attestIn(1, place)), epoch: 7, proof: { kind: "new" } };
  expect(await api.post({ attestations: [newer], release: "9.0" })).toMatchObject({ status: 200 });
});

test("forged attestations cost a bounded number of recoveries, and others are heard meanwhile", async () => {
  const forged = { ...(await attestIn(2, place)), head: word("forged") };
  const offer = { attestations: new Array(64).fill(forged) };
  const answers = [];
  for (let i = 0; i < 20; i++) answers.push((await api.post(offer)).status);
  expect(answers).toEqual([...new Array(18).fill(403), 429, 429]);
  const honest = JSON.stringify(await attestIn(2, place));
  const head = `${POST}connection: close\r\ncontent-length: ${honest.length}\r\n\r\n`;
  const other = parseAnswer(await (await hold("127.0.0.8", `${head}${honest}`)).ended);
  expect([other.status, JSON.parse(other.body)]).toEqual([200, { accepted: 1 }]);
});

test("streams are bounded for each address and for all, and behind a trusted proxy for each person", async () => {
  const open = (from: string, headers = "") =>
    hold(from, `GET /v1/events HTTP/1.1\r\nhost: x\r\n${headers}\r\n`);
  const through = (person: string) => open(PROXY, `x-forwarded-for: 10.0.0.1, ${person}\r\n`);
  const first = await Promise.all([1, 2, 3, 4].map(() => through("203.0.113.1")));
  await expect.poll(() => first.every((one) => one.answer().includes(": welcome"))).toBe(true);
  const fifth = await through("203.0.113.1");
  await expect.poll(() => fifth.answer()).toMatch(/^HTTP\/1.1 429/);
  const other = await through("203.0.113.2");
  await expect.poll(() => other.answer()).toContain(": welcome");
  // Somebody who is no proxy speaks for themselves only.
  const liar = await open("127.0.0.6", "x-forwarded-for: 203.0.113.9\r\n");
  await expect.poll(() => liar.answer()).toContain(": welcome");
  const full = await open("127.0.0.7");
  await expect.poll(() => full.answer()).toMatch(/^HTTP\/1.1 429/);
  expect((await fetch(`${api.base}/v1/events`, { method: "HEAD" })).status).toBe(404);
});
