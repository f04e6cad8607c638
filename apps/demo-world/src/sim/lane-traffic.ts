import { laneProgress } from "./steps.ts";
import { isMoving, type TransferBook } from "./transfer-book.ts";

/** One transfer drawn on a lane as a pearl. */
export interface Pearl {
  messageId: string;
  laneId: string;
  /** From 0 at the gate it left to 1 at the gate it reaches. */
  progress: number;
  state: "moving" | "parked" | "arrived";
}

/** So many pearls are drawn on one lane; the counts tell the rest. */
export const PEARLS_PER_LANE = 14;
const GAP = 0.032;

/**
 * The pearls of each lane: what is under way, and what this page saw under way and has arrived. Pearls that
 * wait at the same place queue behind each other.
 */
export function lanePearls(book: TransferBook): Pearl[] {
  const pearls: Pearl[] = [];
  const perLane = new Map<string, number>();
  const queues = new Map<string, number>();
  // Oldest first: who was sent first is ahead.
  for (const { status, witnessed } of [...book].reverse()) {
    const moving = isMoving(status.state);
    const arrived = witnessed && status.state === "delivered";
    if (!moving && !arrived && status.state !== "parked") continue;
    const drawn = perLane.get(status.laneId) ?? 0;
    if (!arrived && drawn >= PEARLS_PER_LANE) continue;
    const progress = laneProgress(status);
    const place = `${status.laneId}:${progress}`;
    const ahead = queues.get(place) ?? 0;
    if (!arrived) {
      perLane.set(status.laneId, drawn + 1);
      queues.set(place, ahead + 1);
    }
    pearls.push({
      messageId: status.messageId,
      laneId: status.laneId,
      progress: arrived ? 1 : Math.max(progress - ahead * GAP, 0.02),
      state: arrived ? "arrived" : moving ? "moving" : "parked",
    });
  }
  return keepRecentArrivals(pearls);
}

/** Arrived pearls are drawn only to end their movement: the newest few are enough. */
function keepRecentArrivals(pearls: Pearl[]): Pearl[] {
  const arrived = pearls.filter(({ state }) => state === "arrived");
  const gone = new Set(arrived.slice(0, -PEARLS_PER_LANE));
  return pearls.filter((pearl) => !gone.has(pearl));
}
