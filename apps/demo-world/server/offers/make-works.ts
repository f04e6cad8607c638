import type { ContentStore } from "@ryugu/sdk/content";
import type { Address, ChainId } from "@ryugu/sdk/primitives";
import {
  ARTWORKS,
  type ArtworkPlan,
  CREATORS,
  type CreatorName,
} from "../../content/artworks/artwork-list.ts";
import type { Artwork } from "../../src/sim/protocol/platform.ts";
import type { Work } from "../gallery/gallery.ts";
import { publishFile, publishToken } from "../setup/publish.ts";

const YEN = 10n ** 18n;

/** A work on a wall, ready to be printed and sold. */
export interface HungWork extends Work {
  /** What `platform.json` says of it, but for where it is for sale. */
  readonly shown: Omit<Artwork, "sale">;
}

/** Who is paid for a work, and how much of it. */
export interface WorkShares {
  readonly id: string;
  /** In English. */
  readonly name: string;
  readonly shares: readonly { readonly payee: Address; readonly basisPoints: number }[];
}

/** Puts a work's contracts on the chain. */
export type SetUpWork = (work: WorkShares) => Promise<Pick<Work, "collection" | "creators">>;

/** Puts the works' pictures into the store, and their contracts on the chain. */
export function publishWorks(
  store: ContentStore,
  folder: string,
  chain: ChainId,
  accountOf: (creator: CreatorName) => Address,
  setUp: SetUpWork,
): Promise<HungWork[]> {
  return Promise.all(
    ARTWORKS.map(async (plan, i): Promise<HungWork> => {
      const image = await publishFile(store, folder, `artworks/${plan.id}.png`);
      const creators = creatorsOf(plan).map(({ name, basisPoints }) => ({
        name: CREATORS[name],
        account: accountOf(name),
        basisPoints,
      }));
      const shares = creators.map(({ account, basisPoints }) => ({ payee: account, basisPoints }));
      return {
        id: plan.id,
        price: BigInt(plan.price) * YEN,
        ...(await setUp({ id: plan.id, name: plan.title.en, shares })),
        shown: {
          spot: String(i + 1),
          title: plan.title,
          about: plan.about,
          creators,
          image: image.cid,
        },
        publish: (edition) =>
          publishToken(store, {
            name: plan.title,
            about: plan.about,
            image,
            attributes: [{ trait_type: "Print", value: edition }],
            creators: creators.map(({ name, account, basisPoints }) => ({
              account: `${chain}:${account}`,
              name: name.en,
              share: basisPoints,
            })),
          }),
      };
    }),
  );
}

const creatorsOf = ({ shares }: ArtworkPlan) =>
  (Object.entries(shares) as [CreatorName, number][]).map(([name, basisPoints]) => ({
    name,
    basisPoints,
  }));
