import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfStale, DIST } from "../../scripts/build-if-stale.ts";
import { openContentReader } from "../../server/content-store.ts";
import { loadPageFiles } from "../../server/page-files.ts";
import { startWorldServer } from "../../server/world-server.ts";
import { openZoneFile } from "../../server/zone-file.ts";
import { type ApiNode, startApiNode } from "./api-node.ts";
import { makeContent } from "./made-content.ts";
import { startRpcNode } from "./rpc-node.ts";
import { type FixtureZone, GARAN, KEYS, MINATO, makeZone, PARTNERS } from "./zone-fixture.ts";
import { startZoneState, type ZoneState } from "./zone-state.ts";

/** The built page on a real world server, over five node doubles. */
export interface TestWorld {
  /** The zone's live page. */
  url: string;
  zone: FixtureZone;
  state: ZoneState;
  nodes: ApiNode[];
  contentFolder: string;
  /** Overrides a token's URI. */
  tokenUris: Map<bigint, string>;
  close(): Promise<void>;
}

/** Builds the page if need be and starts everything. */
export async function startTestWorld(): Promise<TestWorld> {
  await buildIfStale();
  const folder = await mkdtemp(join(tmpdir(), "ryugu-world-"));
  const contentFolder = join(folder, "content");
  const content = await makeContent(contentFolder);
  const tokenUris = new Map<bigint, string>();
  const rpc = await startRpcNode((id) => tokenUris.get(id) ?? content.tokenUri(id));
  const begun = Date.now();
  // The lanes' ids do not depend on the nodes' addresses, which are known only once they listen.
  const state = startZoneState(
    (
      await makeZone(
        PARTNERS.map(() => rpc.url),
        rpc.url,
      )
    ).lanes,
  );
  const nodes = await Promise.all(
    PARTNERS.map((partner, index) =>
      startApiNode({
        partner,
        validator: KEYS[index]?.address ?? "",
        chains: [MINATO, GARAN],
        behind: index === 3 ? 5 : 0,
        state,
        height: () => 1_204 + Math.floor((Date.now() - begun) / 1_000),
      }),
    ),
  );
  const zone = await makeZone(
    nodes.map(({ url }) => url),
    rpc.url,
  );
  const manifest = join(folder, "zone.json");
  await writeFile(manifest, JSON.stringify(zone.manifest));
  const server = await startWorldServer(
    {
      page: await loadPageFiles(DIST),
      zone: openZoneFile(manifest, zone.trust),
      content: openContentReader(contentFolder),
      trust: zone.trust,
    },
    { host: "127.0.0.1", port: 0 },
  );
  return {
    url: new URL("zone", server.url).href,
    zone,
    state,
    nodes,
    contentFolder,
    tokenUris,
    async close() {
      await Promise.all([server.close(), rpc.stop(), ...nodes.map((node) => node.stop())]);
      await rm(folder, { recursive: true });
    },
  };
}
