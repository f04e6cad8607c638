import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createNonce, createSiweMessage } from "@ryugu/sdk/passport";
import { bytes32, chainId, platformRandom } from "@ryugu/sdk/primitives";
import { createKeyWallet, type KeyWallet } from "@ryugu/sdk/wallet";
import { openContentReader } from "../../server/content-store.ts";
import type { Route } from "../../server/http/route.ts";
import type { LogFields } from "../../server/log.ts";
import { loadPageFiles } from "../../server/page-files.ts";
import { createNonces } from "../../server/sessions/nonces.ts";
import { type SessionParts, sessionRoutes } from "../../server/sessions/session-routes.ts";
import { createSessions, SESSION_TABLES } from "../../server/sessions/session-store.ts";
import {
  openWorldStore,
  type StoreModule,
  type WorldStore,
} from "../../server/store/world-store.ts";
import { startWorldServer } from "../../server/world-server.ts";
import { openZoneFile } from "../../server/zone-file.ts";
import { sessionAnswer } from "../../src/sim/protocol/http.ts";
import { madeId } from "./zone-state.ts";

/** The page's origin that the server lets in. */
export const PAGE = "http://localhost:5173";
const TRUST = { zoneId: bytes32(madeId("zone")), genesisSetHash: bytes32(madeId("set")) };
const CHAIN = chainId("eip155:31337");
/** What people sign in to: the address is made up, the test's server listens elsewhere. */
export const PLATFORM_URL = "http://localhost:4001";

/** A platform's HTTP side on a real server and a real database, without a chain. */
export interface PlatformServer {
  url: string;
  folder: string;
  store: WorldStore;
  log: [string, LogFields | undefined][];
  /** Moves the server's clock on, in milliseconds. */
  pass(milliseconds: number): void;
  ask(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Signs a message for a new nonce; `change` bends what is signed. */
  sign(wallet: KeyWallet, change?: object): Promise<{ message: string; signature: string }>;
  /** Signs in and answers with the token. */
  signIn(wallet?: KeyWallet): Promise<string>;
  /** Stops the server; a further start over the same folder goes on. */
  close(options?: { keep?: boolean }): Promise<void>;
}

/** How to start. */
export interface PlatformServerOptions {
  /** A folder of an earlier one. */
  folder?: string;
  tables?: readonly StoreModule[];
  routes?: (parts: {
    store: WorldStore;
    log: SessionParts["log"];
    folder: string;
    /** The server's clock. */
    now: () => number;
  }) => Promise<Route[]>;
  contractVerifier?: SessionParts["contractVerifier"];
}

/** Starts one. */
export async function startPlatformServer(
  options: PlatformServerOptions = {},
): Promise<PlatformServer> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), "ryugu-platform-")));
  const dist = join(folder, "dist");
  await mkdir(dist, { recursive: true });
  await writeFile(join(dist, "index.html"), "<!doctype html><title>world</title>");
  await writeFile(join(dist, "desk.html"), "<!doctype html><title>desk</title>");
  const store = openWorldStore(join(folder, "data/world.sqlite"), [
    SESSION_TABLES,
    ...(options.tables ?? []),
  ]);
  const sessions = createSessions(store, platformRandom);
  let passed = 0;
  const now = () => Date.now() + passed;
  const lines: PlatformServer["log"] = [];
  const log: SessionParts["log"] = (event, fields) => lines.push([event, fields]);
  const server = await startWorldServer(
    {
      page: await loadPageFiles(dist),
      zone: openZoneFile(join(folder, "none.json"), TRUST),
      content: openContentReader(join(folder, "content")),
      trust: TRUST,
      platform: {
        publicUrl: PLATFORM_URL,
        routes: [
          ...sessionRoutes({
            sessions,
            nonces: createNonces(createNonce),
            uri: PLATFORM_URL,
            chain: CHAIN,
            domains: async () => [new URL(PAGE).host],
            contractVerifier: options.contractVerifier ?? (async () => false),
            now,
            log,
          }),
          ...((await options.routes?.({ store, log, folder, now })) ?? []),
        ],
        origins: { list: async () => [PAGE] },
        findSession: (token) => sessions.find(token, now()),
        health: () => ({ people: 0 }),
        sockets: { upgrade: (_, socket) => socket.destroy(), close: async () => undefined },
        log,
      },
    },
    { host: "127.0.0.1", port: 0 },
  );
  const ask = (path: string, init?: RequestInit) => fetch(new URL(path, server.url), init);
  const post: PlatformServer["post"] = (path, body, headers = {}) =>
    ask(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const sign: PlatformServer["sign"] = async (wallet, change = {}) => {
    const { nonce } = (await (await ask("/session/nonce", { method: "POST" })).json()) as {
      nonce: string;
    };
    const message = createSiweMessage({
      domain: new URL(PAGE).host,
      address: wallet.address,
      uri: PLATFORM_URL,
      version: "1",
      chain: CHAIN,
      nonce,
      issuedAt: new Date(now()).toISOString(),
      ...change,
    });
    return { message, signature: await wallet.signMessage(message) };
  };
  return {
    url: server.url,
    folder,
    store,
    log: lines,
    pass: (milliseconds) => {
      passed += milliseconds;
    },
    ask,
    post,
    sign,
    async signIn(wallet = createKeyWallet()) {
      const answer = await post("/session", await sign(wallet));
      return sessionAnswer.parse(await answer.json()).token;
    },
    async close({ keep = false } = {}) {
      await server.close();
      store.close();
      if (!keep) await rm(folder, { recursive: true });
    },
  };
}
