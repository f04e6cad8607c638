import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorJson, startTestApi, type TestApi } from "../../../test/harness/api.ts";
import { ROUTE } from "../../../test/model/lane.ts";

const hash = (token: string) => createHash("sha256").update(token).digest("hex");
const REGULATOR = "regulator-token-of-32-characters";
const OPERATOR = "operator-token-of-32-characters_";
const tokens = [
  { name: "FSA", role: "regulator", sha256: hash(REGULATOR) },
  { name: "night shift", role: "operator", sha256: hash(OPERATOR) },
] as const;

let open: TestApi;
let closed: TestApi;
beforeAll(async () => {
  open = await startTestApi({ access: { open: true, openMetrics: true, tokens } });
  closed = await startTestApi({ access: { open: false, openMetrics: false, tokens } });
});
afterAll(() => Promise.all([open.close(), closed.close()]));

async function status(api: TestApi, path: string, token?: string) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(`${api.base}${path}`, { headers });
  const { status } = response;
  await response.body?.cancel();
  return status;
}

const ALWAYS = [
  "/v1/health",
  "/v1/zone",
  "/v1/lanes",
  `/v1/lanes/${ROUTE.laneId}/attestations`,
  `/v1/lanes/${ROUTE.laneId}/messages`,
  "/openapi.json",
];
const PEOPLE = ["/v1/transfers", "/v1/vaults", "/v1/node"];
const STATEMENTS = ["/v1/statements", "/v1/events"];
const TRAIL = ["/v1/events/export", "/v1/trail"];

test("without a token an open node answers everything but its trail, a closed one what exits depend on", async () => {
  for (const path of [...ALWAYS, ...PEOPLE, ...STATEMENTS, "/metrics"])
    expect([path, await status(open, path)]).toEqual([path, 200]);
  for (const path of ALWAYS) expect([path, await status(closed, path)]).toEqual([path, 200]);
  for (const path of [...PEOPLE, ...STATEMENTS, "/metrics", "/v1/made-up"])
    expect([path, await status(closed, path)]).toEqual([path, 401]);
  for (const path of TRAIL) expect([path, await status(open, path)]).toEqual([path, 401]);
});

test("a regulator sees statements, events and the trail, and nothing else", async () => {
  for (const api of [open, closed]) {
    for (const path of [...ALWAYS, ...STATEMENTS, ...TRAIL])
      expect([path, await status(api, path, REGULATOR)]).toEqual([path, 200]);
    for (const path of [...PEOPLE, "/metrics", "/v1/made-up"])
      expect([path, await status(api, path, REGULATOR)]).toEqual([path, 403]);
  }
});

test("an operator sees everything", async () => {
  for (const path of [...ALWAYS, ...PEOPLE, ...STATEMENTS, ...TRAIL, "/metrics"])
    expect([path, await status(closed, path, OPERATOR)]).toEqual([path, 200]);
});

test("everything is exported page by page, oldest first", async () => {
  const headers = { authorization: `Bearer ${REGULATOR}` };
  const page = async (query: string) =>
    (await (await fetch(`${open.base}/v1/events/export?${query}`, { headers })).json()) as {
      transfers: { sequence: number }[];
      next?: number;
    };
  const first = await page("limit=3");
  expect(first.transfers.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  const second = await page(`limit=3&after=${first.next}`);
  expect(second.transfers.map(({ sequence }) => sequence)).toEqual([4]);
  expect(second.next).toBeUndefined();
});

test("each use of a token is told, by name, never by token", async () => {
  await status(open, "/v1/trail?after=0", REGULATOR);
  await status(open, "/v1/vaults", REGULATOR);
  expect(open.events).toContainEqual({
    type: "access-used",
    name: "FSA",
    role: "regulator",
    route: "/v1/trail",
  });
  expect(open.events).toContainEqual({
    type: "access-refused",
    name: "FSA",
    route: "/v1/vaults",
    reason: "a regulator may not",
  });
  expect(JSON.stringify(open.events)).not.toContain(REGULATOR);
});

test("wrong tokens are refused in words, and soon not heard any more", async () => {
  const ask = (authorization: string) =>
    fetch(`${closed.base}/v1/trail`, { headers: { authorization } });
  const missing = await fetch(`${closed.base}/v1/trail`);
  expect(missing.headers.get("www-authenticate")).toBe("Bearer");
  expect(await missing.json()).toEqual(errorJson("not-authorized"));
  const wrong = await ask(`Bearer ${REGULATOR}x`);
  expect(wrong.status).toBe(401);
  expect(wrong.headers.get("www-authenticate")).toContain("invalid_token");
  for (const strange of ["Basic dXNlcjpwYXNz", "Bearer", `Bearer ${"x".repeat(5_000)}`])
    expect((await ask(strange)).status).toBe(401);
  const rest = await Promise.all(Array.from({ length: 20 }, () => ask("Bearer guess-guess-guess")));
  expect(rest.filter(({ status }) => status === 401)).toHaveLength(16);
  expect(await rest.at(-1)?.json()).toEqual(errorJson("too-many-requests"));
  expect((await ask(`Bearer ${REGULATOR}`)).status).toBe(429);
});
