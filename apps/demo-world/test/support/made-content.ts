import { computeContentId } from "@ryugu/sdk/content";
import { fileContentStore } from "@ryugu/sdk/content/node";

const HUES = [172, 204, 14, 38, 262, 340, 150, 222];
const NAMES = [
  "Nautilus",
  "Pearl of Enoshima",
  "Coral branch",
  "Lantern fish",
  "Sea glass",
  "Tamatebako",
  "Murex",
  "Moon jelly",
];

/** A handsome little picture: a shell on a moonlit ground. */
function picture(index: number): string {
  const hue = HUES[index % HUES.length] ?? 0;
  const arcs = [30, 24, 18, 12, 6]
    .map(
      (r, at) =>
        `<path d="M${50 - r} 66a${r} ${r * 1.15} 0 0 1 ${2 * r} 0z" fill="hsl(${hue} ${58 - at * 4}% ${50 + at * 9}%)"/>`,
    )
    .join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" fill="hsl(${hue + 24} 38% 21%)"/><circle cx="72" cy="24" r="9" fill="hsl(${hue + 40} 60% 88%)" opacity=".85"/>${arcs}<path d="M8 78q10-8 21 0t21 0 21 0 21 0" fill="none" stroke="hsl(${hue} 50% 66%)" stroke-width="2.4" stroke-linecap="round"/></svg>`;
}

/** Content that tests put into a zone's store. */
export interface MadeContent {
  /** A token's URI. */
  tokenUri(id: bigint): string;
}

/** Writes pictures and metadata into a store's folder. */
export async function makeContent(folder: string): Promise<MadeContent> {
  const store = fileContentStore(folder);
  const uris = await Promise.all(
    NAMES.map(async (name, index) => {
      const image = await store.put(new TextEncoder().encode(picture(index)));
      const metadata = { name, image: `ipfs://${image}`, animation_url: `ipfs://${image}` };
      return `ipfs://${await store.put(new TextEncoder().encode(JSON.stringify(metadata)))}`;
    }),
  );
  return { tokenUri: (id) => uris[Number(id % BigInt(uris.length))] ?? "" };
}

/** Puts one metadata document into a store and returns its URI. */
export async function putMetadata(folder: string, metadata: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(metadata));
  await fileContentStore(folder).put(bytes);
  return `ipfs://${await computeContentId(bytes)}`;
}
