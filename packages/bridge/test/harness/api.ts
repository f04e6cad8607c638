import { hashValidatorSet, zoneId as zoneIdOf } from "@ryugu/sdk/lane";
import { SIXTY_DAYS } from "@ryugu/sdk/payout/statement";
import { type Address, address, type Bytes32 } from "@ryugu/sdk/primitives";
import { type ClaimCertificate, signClaimCertificate } from "@ryugu/sdk/reserves";
import { readZone, signManifest } from "@ryugu/sdk/zone";
import { expect } from "vitest";
import type { App } from "../../src/api/app.ts";
import type { ApiContext } from "../../src/api/context.ts";
import { createApi, listen } from "../../src/api/server.ts";
import { createBookkeeper } from "../../src/bookkeeper/bookkeeper.ts";
import { createWorkshop } from "../../src/bookkeeper/workshop.ts";
import { apiSchema } from "../../src/config/schema/api.ts";
import { createIntake } from "../../src/exchange/intake.ts";
import type { NodeEvent } from "../../src/ports/report.ts";
import type { Store } from "../../src/ports/store.ts";
import { walletSigner } from "../../src/signer/wallet-signer.ts";
import { sqliteStore } from "../../src/store/sqlite/store.ts";
import { createMetrics } from "../../src/telemetry/metrics.ts";
import { councilOf, SET, VALIDATORS } from "../model/attestations.ts";
import { ROUTE, sentMessages } from "../model/lane.ts";
import { AWAY, accountOf, HOME, word } from "../model/messages.ts";
import { YEN } from "../model/payouts.ts";

const clock = { now: () => Date.now(), sleep: async () => undefined };
const { laneId } = ROUTE;
const { limits: apiLimits, trustedProxies } = apiSchema.parse({});
const DEFAULT_LIMITS = { ...apiLimits, trustedProxies };

/** What the node behind {@link startTestApi} has seen, all of it final. */
export const messages = sentMessages(laneId, [1, 1, 2, 3]);
/** The end of what it has seen. */
export const place = { laneId, anchor: 0, sequence: 4, head: messages[3]?.messageId as Bytes32 };

/** An error as the API answers it. */
export const errorJson = (code: string) => ({
  code,
  message: expect.any(String),
  details: expect.any(Array),
  retryable: expect.any(Boolean),
  docs: expect.stringContaining(code),
});

/** JSON as a test finds it. */
type Body = Awaited<ReturnType<Response["json"]>>;

/** A node's API on a real port, over a real store that holds {@link messages}. */
export interface TestApi {
  base: string;
  store: Store;
  context: ApiContext;
  /** What the node reported. */
  events: NodeEvent[];
  /** What the API could not answer. */
  errors: unknown[];
  health: { healthy: boolean };
  get(path: string): Promise<{ status: number; body: Body; headers: Headers }>;
  /** Sends attestations. */
  post(value: unknown): Promise<{ status: number; body: Body }>;
  close(): Promise<void>;
}

async function testZone() {
  const body = {
    schema: "ryugu-zone-manifest/1" as const,
    name: "api-test",
    zoneId: zoneIdOf("api-test"),
    genesisSetHash: hashValidatorSet(SET),
    version: 1,
    issuedAt: "2026-11-22T00:00:00Z",
    epoch: 0,
    quorum: 3,
    partners: VALIDATORS.map((v, i) => ({
      name: `Partner ${i}`,
      validator: SET.validators.find((a) => a === v.address) ?? accountOf("x"),
      nodeUrl: "http://127.0.0.1:1",
    })),
    chains: [HOME, AWAY].map((id) => ({
      id,
      name: id === HOME ? "Home" : "Away",
      gateway: accountOf("gateway"),
      startBlock: 0,
      finality: { kind: "tag" as const },
      rpcUrls: ["http://127.0.0.1:1"],
    })),
    platforms: [],
  };
  const signatures = await Promise.all(VALIDATORS.map((v) => signManifest(v, body)));
  return readZone({ ...body, signatures }, body);
}

async function filledStore(): Promise<Store> {
  const store = await sqliteStore({ path: ":memory:", clock });
  await store.addLanes([ROUTE]);
  await store.setValidators(AWAY, SET);
  const through = { number: 3, hash: word("3") };
  const latest = { ...through, time: 5 };
  await store.begin({ chain: HOME, final: through, seen: through, latest });
  await store.record({
    chain: HOME,
    latest,
    scanned: { finality: "final", through, messages, arrivals: [] },
  });
  return store;
}

/** What the first validator says of a holder who has nothing. */
async function exampleCertificate(holder: Address): Promise<ClaimCertificate> {
  const [validator] = VALIDATORS;
  if (validator === undefined) throw new Error("no validator");
  return signClaimCertificate(validator, {
    schema: "ryugu-claim-certificate/1",
    zoneId: zoneIdOf("api-test"),
    validator: address(validator.address),
    holder,
    issuedAt: "2026-11-22T00:00:00Z",
    chains: [{ id: HOME, block: 3, hash: word("3") }],
    atHome: [],
    holdings: [],
  });
}

/** Statements of yen, which was born on both chains, by the first validator. */
function bookkeeperOf(store: Store, zone: ApiContext["view"]["zone"]) {
  const [signer] = VALIDATORS;
  if (signer === undefined) throw new Error("no validator");
  const workshop = createWorkshop();
  const terms = { token: YEN, symbol: "JPYR", decimals: 0, issuer: "Otohime Trust" };
  const creatorStatements = createBookkeeper({
    ...{ store, workshop, chains: [HOME, AWAY], zone: () => zone, record: { due: SIXTY_DAYS } },
    signer: walletSigner(zone.id, { account: address(signer.address), signer }),
    currencies: [HOME, AWAY].map((homeChain) => ({ homeChain, ...terms })),
  });
  return { creatorStatements, workshop };
}

/** Starts one; whoever starts it closes it. */
export async function startTestApi({
  limits = {},
  requestsPerMinute = 300,
  host = "127.0.0.1",
  access = { open: true, openMetrics: true, tokens: [] },
  statements = true,
  statementTime,
}: {
  limits?: Partial<ApiContext["limits"]>;
  requestsPerMinute?: number;
  host?: string;
  access?: ApiContext["access"];
  /** Whether creators' statements are configured. */
  statements?: boolean;
  /** How many milliseconds making one is said to take; by default what it takes. */
  statementTime?: number;
} = {}): Promise<TestApi> {
  const store = await filledStore();
  const events: NodeEvent[] = [];
  const errors: unknown[] = [];
  const health = { healthy: true };
  // Attestations in these tests are of the model's zone.
  const intake = createIntake({
    store,
    report: (event) => events.push(event),
    zoneId: word("zone"),
    council: councilOf(SET),
    hasLane: (id) => id === laneId,
  });
  const metrics = createMetrics({
    laneOf: (id) => (id === laneId ? ROUTE : undefined),
    endpoints: new Map(),
    info: () => ({ version: "1.2.3", partner: "Partner 0", zone: "api-test" }),
  });
  const zone = await testZone();
  const { creatorStatements, workshop } = bookkeeperOf(store, zone);
  const sign: typeof creatorStatements.sign = (account, period, onSpent) =>
    creatorStatements.sign(account, period, (spent) => onSpent(statementTime ?? spent));
  const context: ApiContext = {
    store,
    clock,
    creatorStatements: statements ? { ...creatorStatements, sign } : undefined,
    view: { zone },
    version: "1.2.3",
    partner: { name: "Partner 0", validator: SET.validators[0] ?? accountOf("x") },
    accept: intake.accept,
    certify: exampleCertificate,
    vaultOf: async () => accountOf("vault"),
    onError: (error) => errors.push(error),
    report: (event) => {
      events.push(event);
      metrics.report(event);
    },
    metrics: (listeners) =>
      metrics.scrape({
        store,
        clock,
        chains: [HOME, AWAY],
        health: context.health,
        listeners,
        freeBytes: async () => undefined,
      }),
    requestsPerMinute,
    access,
    limits: { ...DEFAULT_LIMITS, ...limits },
    health: () => [
      { name: "observe", healthy: health.healthy, ...(health.healthy ? {} : { problem: "down" }) },
    ],
  };
  const app: App = await createApi(context);
  const base = `http://127.0.0.1:${await listen(app, { host, port: 0 })}`;
  return {
    base,
    store,
    context,
    events,
    errors,
    health,
    async get(path) {
      const response = await fetch(`${base}${path}`);
      return { status: response.status, body: await response.json(), headers: response.headers };
    },
    async post(value) {
      const response = await fetch(`${base}/v1/attestations`, {
        method: "POST",
        body: typeof value === "string" ? value : JSON.stringify(value),
        headers: { "content-type": "application/json" },
      });
      return { status: response.status, body: await response.json() };
    },
    async close() {
      await app.close();
      await workshop.close();
      await store.close();
    },
  };
}
