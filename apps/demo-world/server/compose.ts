/** Puts a platform together from its parts. Only `main.ts` calls this. */
import { join } from "node:path";
import type { ContentStore } from "@ryugu/sdk/content";
import { createNonce } from "@ryugu/sdk/passport";
import { platformRandom } from "@ryugu/sdk/primitives";
import { avatarRoutes } from "./avatars/avatar-routes.ts";
import { AVATAR_TABLES, openAvatarShelf } from "./avatars/avatar-shelf.ts";
import { loadOwnAvatars, ownAvatarRoutes } from "./avatars/own-avatars.ts";
import { openChainCalls } from "./chain/chain-calls.ts";
import { readOwnership } from "./chain/ownership.ts";
import { hostsOf, platformOrigins } from "./http/platform-origins.ts";
import type { Log } from "./log.ts";
import { boothsOf } from "./offers/booths.ts";
import { OFFER_TABLES, openOffers } from "./offers/open-offers.ts";
import { openPeopleServer } from "./people/people-server.ts";
import type { PlatformConfig } from "./platform-config.ts";
import { askContractWallet } from "./sessions/contract-wallet.ts";
import { createNonces } from "./sessions/nonces.ts";
import { sessionRoutes } from "./sessions/session-routes.ts";
import { createSessions, SESSION_TABLES } from "./sessions/session-store.ts";
import { openWorldStore } from "./store/world-store.ts";
import type { PlatformParts } from "./world-server.ts";
import type { ZoneFile } from "./zone-file.ts";

/** A platform's parts, and what ends them. */
export interface Platform extends PlatformParts {
  /** Closes the database and the chain. Call it when the server has stopped. */
  close(): void;
}

/**
 * Opens a platform: its database, its chain, its sessions.
 *
 * @throws WorldStoreError
 */
export async function openPlatform(
  config: PlatformConfig,
  { zone, content, log }: { zone: ZoneFile; content: ContentStore; log: Log },
): Promise<Platform> {
  const own = await loadOwnAvatars(config.avatars);
  const store = openWorldStore(join(config.data, "world.sqlite"), [
    SESSION_TABLES,
    AVATAR_TABLES,
    ...OFFER_TABLES,
  ]);
  const chain = openChainCalls(config.rpcUrl, config.chain);
  const origins = platformOrigins(zone, config);
  const sessions = createSessions(store, platformRandom);
  const now = Date.now;
  const { limits } = config;
  const shelf = openAvatarShelf({ store, content, own: own.ids, mostBytes: limits.avatarBytes });
  const offers = await openOffers({
    ...config,
    operator: { ...config.operator, rpcUrl: config.rpcUrl, chain: config.chain },
    content,
    store,
    pictureBytes: limits.pictureBytes,
    contractVerifier: askContractWallet(chain.call),
    random: platformRandom,
    now,
    log,
  });
  const people = openPeopleServer({
    place: config.slug,
    limit: limits.people,
    booths: boothsOf(config.slug, offers.organisations),
    talk: offers.talk,
    ownership: readOwnership(chain, config.chain),
    sessions,
    avatars: shelf,
    origins,
    connections: limits.connections,
    connectionsPerMachine: limits.connectionsPerMachine,
    now,
    log,
  });
  return {
    publicUrl: config.publicUrl,
    origins,
    log,
    findSession: (token) => sessions.find(token, now()),
    routes: [
      ...sessionRoutes({
        sessions,
        nonces: createNonces(createNonce),
        uri: config.publicUrl,
        chain: config.chain,
        domains: async () => hostsOf(await origins.list()),
        contractVerifier: askContractWallet(chain.call),
        now,
        log,
      }),
      ...avatarRoutes(shelf, log),
      ...ownAvatarRoutes(own),
      ...offers.routes,
    ],
    health: () => ({ people: people.count(), ready: offers.isReady() }),
    sockets: people,
    close() {
      offers.close();
      chain.close();
      store.close();
    },
  };
}
