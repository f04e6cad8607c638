import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chainId } from "@ryugu/sdk/primitives";
import { localUrl } from "../chain/anvil.ts";
import { ProcessStartError } from "../errors.ts";
import type { ZoneKeys } from "../keys/zone-keys.ts";
import type { ZoneMoney } from "../money/zone-money.ts";
import { nodeCommand } from "../process/node-command.ts";
import { runOnce } from "../process/run-once.ts";
import type { ProcessPlan } from "../process/supervised-process.ts";
import { waitUntil } from "../process/wait-until.ts";
import { writeFileAtomic } from "../process/write-atomic.ts";
import type { ZoneGenesis } from "./genesis-set.ts";
import { issuerTokenPath, type ZoneLayout } from "./layout.ts";
import { answersOk } from "./node-plan.ts";
import type { ChainPlan } from "./plan.ts";
import { worldUrl, type ZonePorts } from "./port-plan.ts";

const APP = fileURLToPath(new URL("../../../../apps/demo-world", import.meta.url));
const READY_WITHIN = 60_000;
/** Contracts, prints and listings: some six blocks, and more on a machine that does other things. */
const OFFERS_WITHIN = 90_000;
const OFFERS_INTERVAL = 200;
const ANSWER_WITHIN = 2_000;

/** What the world servers' names among the zone's processes begin with. */
export const WORLD = "world-";

/** The name of a platform's world server among the zone's processes. */
export const worldName = (chain: string) => `${WORLD}${chain}`;

/** Whether the demo world is here: it is in the repository, and not in a stranger's tests. */
export const hasWorld = () => existsSync(join(APP, "server/main.ts"));

/** Builds page, avatars, pictures and models, whatever of them has changed. Throws ProcessStartError. */
export async function buildWorld(layout: ZoneLayout, signal?: AbortSignal): Promise<void> {
  const build = (name: string, script: string) =>
    runOnce({
      name: `Building ${name}`,
      ...nodeCommand(join(APP, `scripts/${script}.ts`)),
      cwd: APP,
      logPath: layout.log(script),
      ...(signal === undefined ? {} : { signal }),
    });
  const things = async () => {
    await build("the avatars", "build-avatars");
    await build("the gifts and prints", "build-content");
  };
  await Promise.all([build("the page", "build"), things()]);
}

/** What a world server's configuration is written from. */
export interface WorldFacts {
  layout: ZoneLayout;
  ports: ZonePorts;
  keys: ZoneKeys;
  genesis: ZoneGenesis;
  money?: ZoneMoney;
}

/** Writes a platform's configuration, as its own operator would, and says how to run its world server. */
export function worldPlan(facts: WorldFacts, chain: ChainPlan): ProcessPlan {
  const { layout, ports } = facts;
  const name = worldName(chain.slug);
  const path = join(layout.world(chain.slug), "world.json");
  writeFileAtomic(path, `${JSON.stringify(worldConfig(facts, chain), null, 2)}\n`);
  return {
    name,
    ...nodeCommand(join(APP, "server/main.ts"), "--config", path),
    cwd: layout.folder,
    logPath: layout.log(name),
    isReady: () => answersOk(healthUrl(ports, chain.slug)),
    readyWithin: READY_WITHIN,
  };
}

function worldConfig(facts: WorldFacts, { slug, number, partner }: ChainPlan) {
  const { layout, ports, keys, genesis } = facts;
  const operator = keys.operators[slug];
  if (operator === undefined) throw new RangeError(`No operator's key for ${slug}.`);
  const creators = Object.entries(keys.creators).map(([name, { address }]) => [name, address]);
  return {
    host: "127.0.0.1",
    port: ports.worlds[slug] ?? 0,
    dist: join(APP, "dist"),
    manifest: layout.manifest,
    content: layout.content,
    trust: { zoneId: genesis.zoneId, genesisSetHash: genesis.setHash },
    platform: {
      slug,
      partner,
      publicUrl: worldUrl(ports, slug),
      chain: chainId(number),
      rpcUrl: localUrl(ports.chains[slug] ?? 0),
      operator: { keystore: operator.path, passphraseFile: operator.passphrasePath },
      data: layout.world(slug),
      avatars: join(APP, "dist-avatars"),
      works: join(APP, "dist-content"),
      creators: Object.fromEntries(creators),
      ...moneyOf(facts, slug),
    },
  };
}

/** Only the platform where the yen was born has a contract with its issuer. */
function moneyOf({ layout, ports, money }: WorldFacts, slug: string) {
  if (money === undefined) return {};
  const contracts = { money: money.contracts[slug] };
  if (slug !== money.home.slug) return contracts;
  const tokenFile = issuerTokenPath(layout, slug);
  return { ...contracts, issuer: { url: localUrl(ports.issuer), tokenFile } };
}

const healthUrl = ({ worlds }: ZonePorts, slug: string) =>
  `http://127.0.0.1:${worlds[slug] ?? 0}/health`;

/** Waits until a platform says that all it gives and sells is on its chain. Throws ProcessStartError. */
export async function offersReady(
  ports: ZonePorts,
  slug: string,
  signal?: AbortSignal,
): Promise<void> {
  const isReady = async () => {
    const timeout = AbortSignal.timeout(ANSWER_WITHIN);
    const answer = await fetch(healthUrl(ports, slug), { signal: timeout });
    return (await answer.json()).ready === true;
  };
  const times = {
    timeout: OFFERS_WITHIN,
    interval: OFFERS_INTERVAL,
    ...(signal === undefined ? {} : { signal }),
  };
  if (await waitUntil(() => isReady().catch(() => false), times)) return;
  throw new ProcessStartError(`The platform ${slug} has not laid out what it offers.`, {
    details: ["Its log says why."],
  });
}
