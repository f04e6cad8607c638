import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfStale, DIST } from "../../../scripts/build-if-stale.ts";
import { openContentReader } from "../../../server/content-store.ts";
import { openZoneFile } from "../../../server/zone-file.ts";
import { makeContent } from "../made-content.ts";
import { type FixtureZone, GARAN, MINATO, makeZone, PARTNERS } from "../zone-fixture.ts";
import { type DeskIssuer, openDeskIssuer } from "./desk-issuer.ts";
import { type DeskNode, type NodeLedger, startDeskNode } from "./desk-node.ts";
import { type DeskPlatform, startDeskPlatform } from "./desk-platform.ts";
import { type MoneyChain, startMoneyChain } from "./money-chain.ts";

/** The built page on two real world servers, over made-up chains, nodes and an issuer. */
export interface DeskZone {
  /** The creator's desk, on Garan's server. */
  url: string;
  zone: FixtureZone;
  nodes: DeskNode[];
  ledger: NodeLedger;
  chains: { minato: MoneyChain; garan: MoneyChain };
  platforms: { minato: DeskPlatform; garan: DeskPlatform };
  issuer: DeskIssuer;
  /** Overrides a token's URI. */
  tokenUris: Map<bigint, string>;
  contentFolder: string;
  close(): Promise<void>;
}

/** Builds the page if need be and starts everything. */
export async function startDeskZone(): Promise<DeskZone> {
  await buildIfStale();
  const folder = await mkdtemp(join(tmpdir(), "ryugu-desk-"));
  const contentFolder = join(folder, "content");
  const content = await makeContent(contentFolder);
  const tokenUris = new Map<bigint, string>();
  const uri = (id: bigint) => tokenUris.get(id) ?? content.tokenUri(id);
  const [minato, garan] = [await startMoneyChain(uri), await startMoneyChain(uri)];
  const ledger: NodeLedger = {
    ...{ entries: new Map(), sales: [], onTheWay: new Map(), chains: [MINATO, GARAN] },
    statement: async () => undefined,
  };
  const nodes = await Promise.all(PARTNERS.map((_, index) => startDeskNode(ledger, index)));
  const ports = { minato: await freePort(), garan: await freePort() };
  const origins = Object.values(ports).map((port) => `http://localhost:${port}`);
  const zone = await makeZone(
    nodes.map(({ url }) => url),
    { [MINATO]: minato.url, [GARAN]: garan.url },
    origins,
  );
  const manifest = join(folder, "zone.json");
  await writeFile(manifest, JSON.stringify(zone.manifest));
  const issuer = openDeskIssuer();
  const shared = {
    ...{ zone, origins, folder, page: DIST },
    zoneFile: openZoneFile(manifest, zone.trust),
    content: openContentReader(contentFolder),
  };
  const platforms = {
    minato: await startDeskPlatform({
      ...{ ...shared, slug: "minato", chain: MINATO, port: ports.minato, money: minato },
    }),
    garan: await startDeskPlatform({
      ...{ ...shared, slug: "garan", chain: GARAN, port: ports.garan, money: garan, issuer },
    }),
  };
  return {
    ...{ url: `${platforms.garan.url}/creator`, zone, nodes, ledger, platforms, issuer },
    ...{ tokenUris, contentFolder, chains: { minato, garan } },
    async close() {
      const servers = [minato, garan, ...nodes].map((server) => server.stop());
      await Promise.all([platforms.minato.close(), platforms.garan.close(), ...servers]);
      await rm(folder, { recursive: true });
    },
  };
}

/** A platform is named by its address before it listens. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
