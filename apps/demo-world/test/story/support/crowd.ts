import type { Platform } from "../../../src/sim/protocol/platform.ts";
import { Watcher } from "./watcher.ts";

const AVATARS = ["nagi", "hayate", "otoha", "kame"];
/** Where the first of a crowd stands, before the eyes of who arrives. */
const FRONT = { minato: { x: -12, z: -1.5 }, garan: { x: -8.5, z: -1.5 } };
const ROW = 3;
const APART = 1.4;

/** So many people side by side in a hall, each with an avatar and an item in hand. */
export async function crowd(platform: Platform, count: number): Promise<Watcher[]> {
  const kinds = platform.gifts?.kinds.map(({ kind }) => kind) ?? [];
  const front = FRONT[platform.slug];
  return await Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const avatar = { kind: "own", id: AVATARS[i % AVATARS.length] ?? "nagi" } as const;
      const at = {
        x: front.x + Math.floor(i / ROW) * APART,
        z: front.z + (i % ROW) * APART,
        heading: -Math.PI / 2,
      };
      const watcher = await Watcher.enter(platform, `Person ${i + 1}`, { avatar, at });
      await watcher.takeInHand(platform, kinds[i % kinds.length] ?? "");
      await watcher.hears("held");
      return watcher;
    }),
  );
}
