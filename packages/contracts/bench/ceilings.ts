/** What a row must not exceed, and what the same costs elsewhere. */
export interface Ceiling {
  row: string;
  gas: number;
  /** The best peers' figures under the same conditions; see docs/reference/contracts.md for their sources. */
  peers: string;
}

const SEND_PEERS = "Sygma 86,953 · Wormhole 101,758 · XP 109,525 · Hyperlane 111,870";
const DELIVER_PEERS = "Sygma 188,320 · Hyperlane 219,174 · LayerZero 232,676 · Wormhole 259,263";
const BATCH_PEERS = "Sygma 138,264 · Hyperlane 182,169";
const BURN_PEERS = "Sygma 89,392 · XP 99,568 · Hyperlane 114,636";
const RELEASE_PEERS = "Sygma 84,286 · Hyperlane 119,020 · Wormhole 147,602";

/** 3 of 5 validators, every safeguard on. */
export const CEILINGS: readonly Ceiling[] = [
  { row: "send, base", gas: 92_000, peers: SEND_PEERS },
  { row: "send, CID", gas: 97_000, peers: "Hyperlane 114,579" },
  { row: "deliver, base", gas: 118_000, peers: DELIVER_PEERS },
  { row: "deliver, CID", gas: 142_000, peers: "Hyperlane 311,585" },
  { row: "deliver, first of a collection, base", gas: 300_000, peers: "Wormhole 646,228" },
  { row: "deliver, first of a collection, CID", gas: 320_000, peers: "Wormhole 646,228" },
  { row: "deliver ×10, each, base", gas: 45_000, peers: BATCH_PEERS },
  { row: "deliver ×10, each, CID", gas: 68_000, peers: "Hyperlane 274,602" },
  { row: "deliver ×50, each, base", gas: 42_000, peers: "" },
  { row: "deliver ×50, each, CID", gas: 63_000, peers: "" },
  { row: "claim, 15 hashes to the checkpoint, base", gas: 150_000, peers: "" },
  { row: "claim, at the checkpoint, base", gas: 150_000, peers: "" },
  { row: "claim, 15 hashes to the checkpoint, CID", gas: 175_000, peers: "" },
  { row: "claim, at the checkpoint, CID", gas: 175_000, peers: "" },
  { row: "send one message of ten, each, base", gas: 35_000, peers: "" },
  { row: "send one message of ten, each, CID", gas: 46_000, peers: "" },
  { row: "deliver one message of ten, each, base", gas: 42_000, peers: "" },
  { row: "deliver one message of ten, each, CID", gas: 64_000, peers: "" },
  { row: "burn send, base", gas: 75_000, peers: BURN_PEERS },
  { row: "burn send, CID", gas: 75_000, peers: "Hyperlane 126,849" },
  { row: "release, base", gas: 108_000, peers: RELEASE_PEERS },
  { row: "release, CID", gas: 108_000, peers: RELEASE_PEERS },
  { row: "release ×10, each, base", gas: 35_000, peers: "" },
  { row: "release ×10, each, CID", gas: 35_000, peers: "" },
  { row: "list, 2 shares", gas: 220_000, peers: "" },
  { row: "buy, 2 shares", gas: 120_000, peers: "" },
  { row: "buy by signature, 2 shares", gas: 145_000, peers: "" },
  { row: "list, 16 shares", gas: 590_000, peers: "" },
  { row: "buy, 16 shares", gas: 345_000, peers: "" },
  { row: "buy by signature, 16 shares", gas: 370_000, peers: "" },
];
