import { createNonce } from "@ryugu/sdk/passport";
import { parseSignedClaim, verifySignedClaim } from "@ryugu/sdk/payout";
import { address, chainId, platformRandom } from "@ryugu/sdk/primitives";
import { jsonAnswer, privateAnswer } from "../../../server/answer.ts";
import type { ContentReader } from "../../../server/content-route.ts";
import { signedIn } from "../../../server/http/request.ts";
import type { Route } from "../../../server/http/route.ts";
import { loadPageFiles } from "../../../server/page-files.ts";
import { createNonces } from "../../../server/sessions/nonces.ts";
import { sessionRoutes } from "../../../server/sessions/session-routes.ts";
import { createSessions, SESSION_TABLES } from "../../../server/sessions/session-store.ts";
import { openWorldStore } from "../../../server/store/world-store.ts";
import { startWorldServer } from "../../../server/world-server.ts";
import type { ZoneFile } from "../../../server/zone-file.ts";
import type { Platform } from "../../../src/sim/protocol/platform.ts";
import type { FixtureZone } from "../zone-fixture.ts";
import { type DeskIssuer, issuerRoutes } from "./desk-issuer.ts";
import { type MoneyChain, PLACES } from "./money-chain.ts";

/** A platform as the desk sees it: the built page on a real world server with real sessions, over a made-up chain. */
export interface DeskPlatform {
  url: string;
  /** What happens to the next claim: `lost` carries it and breaks the connection. */
  claims: "carried" | "lost" | "refused";
  close(): Promise<void>;
}

interface DeskPlatformOptions {
  slug: "minato" | "garan";
  chain: string;
  port: number;
  money: MoneyChain;
  zone: FixtureZone;
  zoneFile: ZoneFile;
  content: ContentReader;
  page: string;
  /** Where the store lies. */
  folder: string;
  issuer?: DeskIssuer;
  /** Every platform's address. */
  origins: readonly string[];
}

const TRANSACTION = `0x${"77".repeat(32)}`;

/** Starts one. */
export async function startDeskPlatform(options: DeskPlatformOptions): Promise<DeskPlatform> {
  const { slug, chain, port, zoneFile, issuer, origins } = options;
  const url = `http://localhost:${port}`;
  const store = openWorldStore(`${options.folder}/${slug}.sqlite`, [SESSION_TABLES]);
  const sessions = createSessions(store, platformRandom);
  const { rail, market, splits, yen } = PLACES;
  const told: Platform = {
    ...{ schema: "ryugu-platform/1", slug, chain, url, organisations: [] },
    ...{ partner: "Kasumi Press" },
    name: slug === "minato" ? { en: "Minato", ja: "みなと" } : { en: "Garan", ja: "伽藍" },
    market: { address: market, rail, splits, yen },
    ...(issuer === undefined ? {} : { cashOut: true }),
  };
  const control: Pick<DeskPlatform, "claims"> = { claims: "carried" };
  const server = await startWorldServer(
    {
      page: await loadPageFiles(options.page),
      zone: zoneFile,
      content: options.content,
      trust: options.zone.trust,
      platform: {
        publicUrl: url,
        routes: [
          { method: "GET", path: "/platform.json", handle: () => jsonAnswer(200, told) },
          ...sessionRoutes({
            ...{ sessions, uri: url, chain: chainId(chain), now: Date.now },
            nonces: createNonces(createNonce),
            domains: async () => origins.map((origin) => new URL(origin).host),
            contractVerifier: async () => false,
            log: () => undefined,
          }),
          claimRoute(options, control),
          ...(issuer === undefined ? [] : issuerRoutes(issuer)),
        ],
        origins: { list: async () => origins },
        findSession: (token) => sessions.find(token, Date.now()),
        health: () => ({ people: 0 }),
        sockets: { upgrade: (_, socket) => socket.destroy(), close: async () => undefined },
        log: () => undefined,
      },
    },
    { host: "127.0.0.1", port },
  );
  return Object.assign(control, {
    url,
    async close() {
      await server.close();
      store.close();
    },
  });
}

/** Checks a claim as whoever pays its gas does, and moves the money on the made-up chain. */
function claimRoute(
  { chain, money }: DeskPlatformOptions,
  control: Pick<DeskPlatform, "claims">,
): Route {
  return {
    method: "POST",
    path: "/claims",
    handle: signedIn(async (request) => {
      const signed = parseSignedClaim(await request.body());
      const payee = signed.payee.toLowerCase();
      const nonce = money.nonces.get(payee) ?? 0;
      const place = { chain: chainId(chain), address: address(PLACES.rail) };
      if (control.claims === "refused") {
        return jsonAnswer(422, {
          error: { code: "claim-refused", message: "No.", reason: "chain" },
        });
      }
      verifySignedClaim(signed, { now: Date.now() / 1_000, place, nonce });
      const to = signed.to.toLowerCase();
      money.yen.set(to, (money.yen.get(to) ?? 0n) + (money.credits.get(payee) ?? 0n));
      money.credits.delete(payee);
      money.nonces.set(payee, nonce + 1);
      // As when a proxy breaks off: the claim was carried, and nobody heard of it.
      if (control.claims === "lost") return { ...jsonAnswer(200, {}), body: new Uint8Array(1) };
      return privateAnswer(200, { transaction: TRANSACTION });
    }),
  };
}
