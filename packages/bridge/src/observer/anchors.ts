import type { Bytes32 } from "@ryugu/sdk/primitives";
import type { ObserverContext } from "./context.ts";

/** Notices when the council lets a lane of this chain go on from another anchor. */
export interface AnchorWatch {
  /** A lane whose anchor has risen since the last look: its messages after the common one are not known any more. */
  risen(): Promise<Bytes32 | undefined>;
}

/** Makes the watch. What it remembers may be lost: a lane that was not read again is a gap, which is noticed too. */
export function watchAnchors({ reader, store }: ObserverContext): AnchorWatch {
  const anchors = new Map<Bytes32, number>();
  return {
    async risen() {
      for (const { laneId, originChain, anchor } of await store.lanes()) {
        if (originChain !== reader.chain) continue;
        const known = anchors.get(laneId);
        anchors.set(laneId, anchor);
        if (known !== undefined && known < anchor) return laneId;
      }
      return undefined;
    },
  };
}
