import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildOnce } from "@ryugu/build-once";
import { encodeGlb, renderPng, TREASURES } from "@ryugu/treasures";
import { ARTWORKS } from "../content/artworks/artwork-list.ts";
import { paintArtwork } from "../content/artworks/paint.ts";
import { GIFT_KINDS, type GiftKind } from "../content/gifts/gift-kinds.ts";
import { inHand } from "../content/gifts/in-hand.ts";

const APP = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where the pictures and models lie. */
export const CONTENT = join(APP, "dist-content");

/** What they are made of, from the repository's root. */
const SOURCES = [
  "apps/demo-world/content",
  "apps/demo-world/scripts/content-if-stale.ts",
  "tools/treasures/src",
];

/**
 * Makes the gifts' models and pictures and the artworks, unless they were made of the same code. The same code
 * makes the same bytes.
 *
 * @returns whether they were made
 */
export const buildContentIfStale = (): Promise<boolean> =>
  buildOnce({
    root: join(APP, "../.."),
    sources: SOURCES,
    outputs: [
      ...ARTWORKS.map(({ id }) => join(CONTENT, `artworks/${id}.png`)),
      ...GIFT_KINDS.map(({ kind }) => join(CONTENT, `gifts/${kind}.glb`)),
    ],
    marker: join(APP, ".tsbuild/content.sha256"),
    build: makeContent,
  });

async function makeContent(): Promise<void> {
  await mkdir(join(CONTENT, "gifts"), { recursive: true });
  await mkdir(join(CONTENT, "artworks"), { recursive: true });
  for (const gift of GIFT_KINDS) await makeGift(gift);
  for (const { id } of ARTWORKS) {
    await writeFile(join(CONTENT, `artworks/${id}.png`), paintArtwork(id));
  }
}

async function makeGift({ kind, treasure: name }: GiftKind): Promise<void> {
  const treasure = TREASURES.find((one) => one.name.startsWith(name));
  if (treasure === undefined) throw new RangeError(`There is no treasure ${name}.`);
  const parts = treasure.make();
  const glb = await encodeGlb(kind, [inHand(parts)]);
  await writeFile(join(CONTENT, `gifts/${kind}.glb`), glb);
  await writeFile(join(CONTENT, `gifts/${kind}.png`), renderPng(parts, treasure.view));
}
