import { createHash } from "node:crypto";
import { StatementPdfError } from "@ryugu/sdk/payout/statement";
import { address } from "@ryugu/sdk/primitives";
import { signStatement } from "@ryugu/sdk/reserves";
import { attest, VALIDATORS } from "../model/attestations.ts";
import { ROUTE } from "../model/lane.ts";
import { AWAY, accountOf, HOME, word } from "../model/messages.ts";
import { COVERED } from "../model/reserve-example.ts";
import { indexed, toldSale } from "../model/told-payments.ts";
import { messages, place, startTestApi, type TestApi } from "./api.ts";
import { ARTIST, fillPayouts } from "./api-payouts.ts";
import { fillRoyalties } from "./api-royalties.ts";
import { indexMore, MONTH, PAINTER, timed } from "./api-statements.ts";

/** An OpenAPI document, as far as examples go. */
export interface ApiDocument {
  openapi: string;
  paths: Record<
    string,
    Record<string, { summary?: string; responses: Record<string, DocumentedResponse> }>
  >;
}

interface DocumentedResponse {
  content?: Record<string, { schema: unknown; example?: unknown }>;
}

/** What a node really answered: by `get /v1/lanes 200`, and errors by their status alone. */
export type Examples = ReadonlyMap<string, unknown>;

const OPERATOR = "operator-token-of-32-characters_";
const REGULATOR = "regulator-token-of-32-characters";
const DAY = "2026-11-22";
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const tokens = (
  [
    ["night shift", "operator", OPERATOR],
    ["FSA", "regulator", REGULATOR],
  ] as const
).map(([name, role, token]) => ({
  name,
  role,
  sha256: createHash("sha256").update(token).digest("hex"),
}));

/** Asks a node everything that its document lists, in each way that it can answer. */
export async function collectExamples(): Promise<Examples> {
  const found = new Map<string, unknown>();
  const api = await startTestApi({ access: { open: true, openMetrics: true, tokens } });
  await fill(api, found);
  for (const [pattern, path] of questions()) {
    const { status, value } = await ask(api, path, bearer(OPERATOR));
    found.set(`get ${pattern} ${status}`, value);
  }
  await refusals(api, found);
  return found;
}

/** Puts them into a document: an error's example stands at every route that may answer it. */
export function withExamples(document: ApiDocument, examples: Examples): ApiDocument {
  const copy = structuredClone(document);
  for (const { key, status, body } of bodiesOf(copy)) {
    const example = examples.get(key) ?? examples.get(status);
    if (example !== undefined) body.example = example;
  }
  return copy;
}

/** Every body that a document describes. */
export function bodiesOf({ paths }: ApiDocument) {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { responses }]) =>
      Object.entries(responses).flatMap(([status, { content = {} }]) =>
        Object.values(content).map((body) => ({
          key: `${method} ${path} ${status}`,
          status,
          body,
        })),
      ),
    ),
  );
}

/** Something of everything, taken in as a node takes it in. */
async function fill(api: TestApi, found: Map<string, unknown>): Promise<void> {
  const attestations = await Promise.all([0, 1, 2].map((n) => attest(n, place)));
  const { status, body } = await api.post({ attestations });
  found.set(`post /v1/attestations ${status}`, body);
  const chains = [HOME, AWAY].map((id) => ({ id, block: 3, hash: word("3") }));
  await api.store.saveAudit({ time: 7, chains, reserves: [COVERED], unread: [], lanes: [] }, []);
  const [signer] = VALIDATORS;
  if (signer === undefined) throw new Error("no validator");
  const statement = {
    schema: "ryugu-reserve-statement/1" as const,
    zoneId: api.context.view.zone.id,
    validator: address(signer.address),
    day: DAY,
    issuedAt: `${DAY}T23:59:59Z`,
    chains,
    reserves: [COVERED],
    unread: [],
    lanes: [],
  };
  await api.store.addStatement(await signStatement(signer, statement));
  await fillRoyalties(api.store);
  await fillPayouts(api.store);
  await indexMore(api.store, [], HOME, 0, 20);
  const { number, hash, time } = { number: 9, hash: word("9"), time: 1_700_000_009 };
  await api.store.addToPayoutIndex({
    ...{ chain: AWAY, after: { number, hash }, through: { ...timed(20), time: time + 11 } },
    ...indexed([toldSale({ block: 12, price: 1_000n, seller: PAINTER })]),
  });
  const detail = { version: "1.2.3", configuration: word("configuration") };
  await api.store.addTrail({ time: 7, type: "node-started", detail });
}

function questions(): [pattern: string, path: string][] {
  const { laneId } = ROUTE;
  const messageId = messages[0]?.messageId ?? "";
  const plain = [
    "health",
    "ready",
    "node",
    "zone",
    "lanes",
    "vaults",
    "transfers",
    "reserves",
    "royalties",
    "sales",
  ];
  return [
    ...[...plain, "statements", "events/export", "trail", "events"].map(
      (name): [string, string] => [`/v1/${name}`, `/v1/${name}`],
    ),
    ["/v1/lanes/{laneId}/messages", `/v1/lanes/${laneId}/messages?limit=1`],
    ["/v1/lanes/{laneId}/attestations", `/v1/lanes/${laneId}/attestations?limit=1`],
    ["/v1/transfers/{messageId}", `/v1/transfers/${messageId}`],
    ["/v1/transfers/{messageId}/events", `/v1/transfers/${messageId}/events`],
    ["/v1/statements/{day}", `/v1/statements/${DAY}`],
    ["/v1/certificates/{address}", `/v1/certificates/${accountOf("holder")}`],
    ["/v1/payouts/{account}", `/v1/payouts/${ARTIST}`],
    ["/v1/payouts/{account}/entries", `/v1/payouts/${ARTIST}/entries?limit=1`],
    ["/v1/statements/{account}/{period}", `/v1/statements/${PAINTER}/${MONTH}`],
    ["/metrics", "/metrics"],
  ];
}

async function refusals(api: TestApi, found: Map<string, unknown>): Promise<void> {
  const note = (key: string, { value }: { value: unknown }) => found.set(key, value);
  const unsent = `/v1/transfers/${word("unsent")}`;
  note("400", await ask(api, "/v1/transfers/nothing"));
  note("401", await ask(api, "/v1/trail"));
  note("403", await ask(api, unsent, bearer(REGULATOR)));
  note("404", await ask(api, unsent));
  found.set("413", (await api.post("x".repeat(70_000))).body);
  const forged = { ...(await attest(3, place)), head: word("forged") };
  found.set("post /v1/attestations 403", (await api.post(forged)).body);
  await statementRefusals(api, note);
  api.health.healthy = false;
  note("get /v1/ready 503", await ask(api, "/v1/ready"));
  await api.close();
  const busy = await startTestApi({ requestsPerMinute: 1 });
  await ask(busy, "/v1/lanes");
  note("429", await ask(busy, "/v1/lanes"));
  await busy.close();
  const broken = await startTestApi();
  broken.context.store.lanes = () => Promise.reject(new Error("a defect"));
  note("500", await ask(broken, "/v1/lanes"));
  await broken.close();
}

const STATEMENTS = "/v1/statements/{account}/{period}";

/** Of too long a period, without what writes PDF, and before anything was read. */
async function statementRefusals(
  api: TestApi,
  note: (key: string, answer: { value: unknown }) => void,
): Promise<void> {
  const path = `/v1/statements/${PAINTER}`;
  const statements = api.context.creatorStatements;
  if (statements === undefined) throw new Error("no statements");
  note(`get ${STATEMENTS} 422`, await ask(api, `${path}/2023-01-01%2F2024-02-01`));
  statements.render = () =>
    Promise.reject(new StatementPdfError("The libraries that write PDF are not installed."));
  note(`get ${STATEMENTS} 501`, await ask(api, `${path}/${MONTH}?format=pdf`));
  const young = await startTestApi();
  note(`get ${STATEMENTS} 503`, await ask(young, `${path}/${MONTH}`));
  await young.close();
}

/** The beginning of a long text is enough of an example, in characters. */
const ENOUGH = 400;

async function ask(api: TestApi, path: string, init: RequestInit = {}) {
  const abort = new AbortController();
  const headers = { ...init.headers, "last-event-id": "0" };
  const response = await fetch(`${api.base}${path}`, { headers, signal: abort.signal });
  const { status } = response;
  const type = response.headers.get("content-type") ?? "";
  if (type.includes("json")) return { status, value: await response.json() };
  if (!type.includes("event-stream")) {
    const text = await response.text();
    return { status, value: text.slice(0, text.lastIndexOf("\n", ENOUGH) + 1) };
  }
  const decoder = new TextDecoder();
  let value = "";
  for await (const chunk of response.body ?? []) {
    value += decoder.decode(chunk, { stream: true });
    const [first] = /^id: .*\nevent: .*\ndata: .*\n\n/m.exec(value) ?? [];
    if (first === undefined) continue;
    value = first;
    break;
  }
  abort.abort();
  return { status, value };
}
