/** What the drill tells the node under attack. */
export type Order = "usage" | "news" | "end";

/** What the node has used so far. */
export interface Usage {
  /** Bytes. */
  memory: number;
  /** Milliseconds. */
  cpu: number;
}
