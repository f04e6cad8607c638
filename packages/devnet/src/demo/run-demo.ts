import { gatewayAbi } from "@ryugu/contracts";
import { fileContentStore } from "@ryugu/sdk/content/node";
import { type Address, address, isSameAddress } from "@ryugu/sdk/primitives";
import { TREASURES } from "@ryugu/treasures";
import { Contract } from "ethers";
import type { RunningZone } from "../zone/running-zone.ts";
import { followPieces, sendPieces } from "./crossing.ts";
import {
  approveAll,
  deployCollection,
  mintedCount,
  mintPieces,
  ownerOf,
} from "./demo-collection.ts";
import { type DemoRecord, readDemoRecord, writeDemoRecord } from "./demo-record.ts";
import { type PublishedCollection, publishTreasures } from "./publish.ts";
import {
  AWAY,
  type DemoEvent,
  type DemoOutcome,
  type DemoPiece,
  HOME,
  PIECES,
  RETURNING,
  type Stage,
  timed,
} from "./stage.ts";

const ERC721 = 1;

/**
 * Mints a small collection at home, sends it across and brings one piece home, telling each step. Everything goes
 * through the SDK with the person's own key. What an earlier start has done is not done again.
 */
export async function runDemo(
  zone: RunningZone,
  tell: (event: DemoEvent) => void,
  signal?: AbortSignal,
): Promise<DemoOutcome> {
  const [home, away] = [zone.provider(HOME), zone.provider(AWAY)];
  const record = readDemoRecord(zone.layout.demo);
  const save = (news: DemoRecord) => {
    Object.assign(record, news);
    writeDemoRecord(zone.layout.demo, record);
  };
  try {
    const person = await zone.keys.person.open();
    const stage: Stage = { zone, person, home, away, tell, record, save, signal };
    const collection = await ensureMinted(stage);
    const representation = await representationOf(stage, collection);
    if (record.done !== true) {
      await ensureAcross(stage, collection);
      await ensureOneHome(stage, collection, representation);
      save({ done: true });
    }
    return {
      collection,
      representation,
      pieces: await wherePiecesAre(stage, collection, representation),
    };
  } finally {
    home.destroy();
    away.destroy();
  }
}

async function ensureMinted(stage: Stage): Promise<Address> {
  const { zone, person, home, record } = stage;
  const creator = person.connect(home);
  const known = record.collection;
  const minted = known && (await mintedCount(creator, known));
  // People may have minted more since.
  if (known !== undefined && minted !== undefined && minted >= PIECES.length) return known;
  const store = fileContentStore(zone.layout.content);
  const published = await timed(
    stage,
    "Make",
    () => publishTreasures(store, zone.chainId(HOME), zone.keys.person.address),
    ({ pieces }) => {
      const megabytes = pieces.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
      return `${pieces.length} pictures and models, ${megabytes.toFixed(1)} MB, kept by content id`;
    },
  );
  // A start that was killed may have left a collection without pieces; a chain that was killed, none.
  const isEmpty = known !== undefined && minted === 0;
  const collection = isEmpty ? known : await deploy(stage, published);
  await timed(
    stage,
    "Mint",
    () => mintPieces(creator, collection, published),
    ({ value }) => `${value.length} pieces on ${zone.chain(HOME).plan.name}`,
  );
  return collection;
}

async function deploy(stage: Stage, published: PublishedCollection): Promise<Address> {
  const { value: collection } = await timed(
    stage,
    "Deploy",
    () => deployCollection(stage.person.connect(stage.home), published),
    () => "the creator's own collection",
  );
  stage.save({ collection, across: undefined, home: undefined, done: false });
  return collection;
}

async function ensureAcross(stage: Stage, collection: Address): Promise<void> {
  const { zone, person, home, record, save } = stage;
  const sender = person.connect(home);
  const owner = await ownerOf(sender, collection, PIECES[0] ?? 0n);
  const isStillHere = owner !== undefined && isSameAddress(owner, person.address);
  if (isStillHere && record.home === undefined) {
    await timed(
      stage,
      "Approve",
      async () => ({ gas: await approveAll(sender, collection, zone.chain(HOME).gateway) }),
      () => "the gateway may take the collection",
    );
    save({ across: (await sendPieces(stage, HOME, collection, PIECES)).messageId });
  }
  if (record.across !== undefined) await followPieces(stage, record.across, AWAY);
}

async function ensureOneHome(
  stage: Stage,
  collection: Address,
  representation: Address,
): Promise<void> {
  const { person, home, away, record, save } = stage;
  const back = await ownerOf(person.connect(home), collection, RETURNING);
  if (back !== undefined && isSameAddress(back, person.address)) return;
  if ((await ownerOf(person.connect(away), representation, RETURNING)) !== undefined) {
    save({ home: (await sendPieces(stage, AWAY, representation, [RETURNING])).messageId });
  }
  if (record.home !== undefined) await followPieces(stage, record.home, HOME);
}

async function representationOf({ zone, away }: Stage, collection: Address): Promise<Address> {
  const gateway = new Contract(zone.chain(AWAY).gateway, gatewayAbi, away);
  const home = zone.chain(HOME).plan.number;
  return address(await gateway.getFunction("representationOf")(home, collection, ERC721));
}

/** Asks both chains who holds each piece: at home, or as a representation. */
async function wherePiecesAre(
  { zone, person, home, away }: Stage,
  collection: Address,
  representation: Address,
): Promise<DemoPiece[]> {
  const vault = zone.chain(HOME).vaults[AWAY] ?? "";
  return Promise.all(
    PIECES.map(async (id, i): Promise<DemoPiece> => {
      const piece = { id: String(id), name: TREASURES[i]?.name ?? "" };
      const atHome = await ownerOf(person.connect(home), collection, id);
      if (atHome !== undefined && !isSameAddress(atHome, vault)) {
        return { ...piece, at: HOME, owner: atHome };
      }
      const abroad = await ownerOf(person.connect(away), representation, id);
      return abroad === undefined ? piece : { ...piece, at: AWAY, owner: abroad };
    }),
  );
}
