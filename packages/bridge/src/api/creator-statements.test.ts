import { createHash } from "node:crypto";
import { verifyStatement } from "@ryugu/sdk/payout/statement";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorJson, startTestApi, type TestApi } from "../../test/harness/api.ts";
import {
  beginIndexes,
  indexMore,
  MONTH,
  PAINTER,
  POET,
  STORY,
} from "../../test/harness/api-statements.ts";
import { AWAY, accountOf, HOME } from "../../test/model/messages.ts";
import { toldSale } from "../../test/model/told-payments.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await beginIndexes(api.store);
  await indexMore(api.store, STORY);
});
afterAll(() => api.close());

const path = (account: string, rest = MONTH) => `/v1/statements/${account}/${rest}`;
const ask = (rest: string, headers: Record<string, string> = {}, to = api) =>
  fetch(`${to.base}${rest}`, { headers });

test("a month of a painter's, signed by the node's validator and verified without it", async () => {
  const answer = await ask(path(PAINTER.toLowerCase()));
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toContain("application/json");
  const { statement, digest, partner } = verifyStatement(
    api.context.view.zone,
    await answer.text(),
  );
  expect(partner.name).toBe("Partner 0");
  expect(answer.headers.get("etag")).toBe(`"${digest}"`);
  expect(statement).toMatchObject({
    period: { from: "2023-11-01", to: "2023-12-01" },
    isComplete: false,
    names: { [AWAY]: "Away" },
    record: { due: { days: 60 } },
    lines: [
      { kind: "sale", share: { units: "1000" }, settlement: { paid: "1000" } },
      { kind: "sale", share: { units: "600" }, settlement: { claimed: "600", waiting: "0" } },
      { kind: "batch", gross: { units: "100" }, share: { units: "50" }, fromChain: AWAY },
    ],
    claims: [{ to: accountOf("another"), units: "600" }],
  });
  const [, , batch] = statement.lines;
  expect(batch).toMatchObject({
    sources: [{ units: "100", price: { units: "2000" } }],
    parts: [
      { payee: PAINTER, role: "royalty", units: "50" },
      { payee: POET, units: "50", isOwn: false },
    ],
  });
  expect(statement.chains.map(({ id, toBlock }) => [id, toBlock])).toEqual([
    [HOME, 20],
    [AWAY, 20],
  ]);
});

test("as CSV and PDF, in both languages, with names to save them under", async () => {
  const stem = `statement-${PAINTER.slice(0, 10)}-2023-11-01`;
  for (const [query, name, type, start] of [
    ["format=csv&language=en", `${stem}-en.csv`, "text/csv", "\ufeffDate (Japan)"],
    ["format=csv", `${stem}-ja.csv`, "text/csv", "\ufeff日付"],
    ["format=pdf&language=ja", `${stem}-ja.pdf`, "application/pdf", "%PDF-1.7"],
    ["format=pdf&language=en", `${stem}-en.pdf`, "application/pdf", "%PDF-1.7"],
  ] as const) {
    const answer = await ask(path(PAINTER, `${MONTH}?${query}`));
    expect([query, answer.status]).toEqual([query, 200]);
    expect(answer.headers.get("content-type")).toContain(type);
    expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="${name}"`);
    const bytes = await answer.arrayBuffer();
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    expect(text.slice(0, start.length)).toBe(start);
  }
});

test("asked again at the same blocks it is the same, and nothing is sent to whoever has it", async () => {
  const first = await ask(path(PAINTER));
  const text = await first.text();
  const other = await startTestApi();
  await beginIndexes(other.store);
  // Read in other portions, by another process.
  await indexMore(other.store, STORY.slice(0, 2), AWAY, 0, 3);
  await indexMore(other.store, STORY.slice(2), AWAY, 3, 20);
  const again = await ask(path(PAINTER), {}, other);
  expect(await again.text()).toBe(text);
  await other.close();
  const tag = first.headers.get("etag") ?? "";
  const none = await ask(path(PAINTER), { "if-none-match": tag });
  expect([none.status, await none.text()]).toEqual([304, ""]);
});

test("a period is a real one, and of a year at most", async () => {
  for (const period of ["2023-13", "yesterday", "2023-11-05%2F2023-11-01", "1999-01"]) {
    const { status, body } = await api.get(path(PAINTER, period));
    expect([period, status, body]).toEqual([period, 400, errorJson("invalid-period")]);
  }
  const long = await api.get(path(PAINTER, "2023-01-01%2F2024-02-01"));
  expect([long.status, long.body]).toEqual([422, errorJson("statement-too-long")]);
  expect((await ask(path(PAINTER, "2024"))).status).toBe(200);
  for (const bad of [
    path("me"),
    path(PAINTER, `${MONTH}?format=docx`),
    path(PAINTER, `${MONTH}?language=fr`),
  ]) {
    const { status, body } = await api.get(bad);
    expect([bad, status, body]).toEqual([bad, 400, errorJson("invalid-request")]);
  }
});

test("whoever got nothing has a statement that says so", async () => {
  const { body } = await api.get(path(accountOf("nobody")));
  expect(body).toMatchObject({ lines: [], claims: [], currencies: [] });
});

test("a regulator may read statements of a closed node, and a stranger may not", async () => {
  const token = "regulator-token-of-32-characters";
  const sha256 = createHash("sha256").update(token).digest("hex");
  const tokens = [{ name: "FSA", role: "regulator" as const, sha256 }];
  const closed = await startTestApi({ access: { open: false, openMetrics: false, tokens } });
  await beginIndexes(closed.store);
  await indexMore(closed.store, []);
  expect((await ask(path(PAINTER), {}, closed)).status).toBe(401);
  const let_in = await ask(path(PAINTER), { authorization: `Bearer ${token}` }, closed);
  expect(let_in.status).toBe(200);
  await closed.close();
});

test("before all chains were read there is no statement, and where nothing is configured none at all", async () => {
  const young = await startTestApi();
  const { status, body } = await young.get(path(PAINTER));
  expect([status, body]).toEqual([503, { ...errorJson("statement-unread"), retryable: true }]);
  await young.close();
  const without = await startTestApi({ statements: false });
  const off = await without.get(path(PAINTER));
  expect([off.status, off.body]).toEqual([404, errorJson("statements-off")]);
  await without.close();
});

const HOSTILE = [
  "=HYPERLINK(evil)",
  "\u202eevil\u202c",
  "a\nb\tc\u0000d",
  "日本語の名前、長い",
  "<script>",
];

test("names by strangers do not break a statement, whatever is in them", async () => {
  const hostile = await startTestApi();
  await beginIndexes(hostile.store);
  const sales = HOSTILE.map((name, i) =>
    toldSale({
      ...{ block: 3 + i, price: 1_000n, seller: PAINTER, tokenId: BigInt(i) },
      sponsor: `0x${Buffer.from(name).toString("hex").slice(0, 64).padEnd(64, "0")}`,
    }),
  );
  const max = 2n ** 255n;
  const strange = { block: 15, price: 999n, seller: PAINTER, currency: accountOf("junk") };
  await indexMore(hostile.store, [
    ...sales,
    toldSale(strange),
    toldSale({ block: 16, price: max, seller: PAINTER }),
  ]);
  const answer = await ask(path(PAINTER), {}, hostile);
  const { statement } = verifyStatement(hostile.context.view.zone, await answer.text());
  // Money in a token that anybody made is nobody's income in yen.
  expect(statement.lines).toHaveLength(HOSTILE.length + 1);
  const csv = await (await ask(path(PAINTER, `${MONTH}?format=csv`), {}, hostile)).text();
  expect(csv).not.toMatch(/(?:^|,)"?=/m);
  const pdf = await ask(path(PAINTER, `${MONTH}?format=pdf`), {}, hostile);
  expect(pdf.status).toBe(200);
  await hostile.close();
});

test("only so much is done for one address, and for what is known nothing", async () => {
  const busy = await startTestApi({ statementTime: 8_000 });
  await beginIndexes(busy.store);
  await indexMore(busy.store, STORY);
  for (const account of [PAINTER, POET])
    expect((await ask(path(account), {}, busy)).status).toBe(200);
  const fresh = await busy.get(path(accountOf("nobody")));
  expect([fresh.status, fresh.body]).toEqual([429, errorJson("too-many-requests")]);
  expect((await ask(path(POET), {}, busy)).status).toBe(200);
  await busy.close();
});
