/** What the same costs elsewhere: a plain ERC-721 whose collection is known, for somebody who already holds some. */
export interface Peer {
  name: string;
  /** What of the token's URI arrives: `base` where nothing is stored for a token, `CID` where something is. */
  uri: "base" | "CID";
  send: number | null;
  deliver: number | null;
  /** Of a collection that the destination does not know yet. */
  first: number | null;
  /** Ten separate transfers to ten holders in one transaction, each. */
  tenEach: number | null;
  burnSend: number | null;
  release: number | null;
}

export type PeerColumn = Exclude<keyof Peer, "name" | "uri">;

const NOT_MEASURED = {
  send: null,
  deliver: null,
  first: null,
  tenEach: null,
  burnSend: null,
  release: null,
};

/** Bridges: receipt gas under the same hardfork, on one machine. None of them has refunds, limits or a policy. */
export const PEERS: readonly Peer[] = [
  {
    ...NOT_MEASURED,
    name: "Hyperlane 12.1, no URI, 3 of 5",
    uri: "base",
    send: 111_870,
    deliver: 219_174,
    tenEach: 182_169,
    burnSend: 114_636,
    release: 119_020,
  },
  {
    ...NOT_MEASURED,
    name: "Hyperlane 12.1, URI stored, 3 of 5",
    uri: "CID",
    send: 114_579,
    deliver: 311_585,
    tenEach: 274_602,
    burnSend: 126_849,
    release: 118_984,
  },
  {
    ...NOT_MEASURED,
    name: "Wormhole NFT bridge, URI, 3 of 4",
    uri: "CID",
    send: 101_758,
    deliver: 259_263,
    first: 646_228,
    burnSend: 134_538,
    release: 147_602,
  },
  {
    ...NOT_MEASURED,
    name: "LayerZero ONFT721, no URI, 3 of 5",
    uri: "base",
    send: 136_826,
    deliver: 232_676,
    burnSend: 121_372,
    release: 226_711,
  },
  {
    ...NOT_MEASURED,
    name: "Sygma, URI, one MPC signature",
    uri: "CID",
    send: 86_953,
    deliver: 188_320,
    tenEach: 138_264,
    burnSend: 89_392,
    release: 84_286,
  },
  {
    ...NOT_MEASURED,
    name: "XP.network v3, URI, royalty, 3 of 4",
    uri: "CID",
    send: 109_525,
    deliver: 343_599,
    burnSend: 99_568,
    release: 211_120,
  },
];

/** What stands for no bridge, but was measured under the same conditions. */
export const PROBES: readonly Peer[] = [
  {
    ...NOT_MEASURED,
    name: "bare floor probe, base URI, 3 of 5",
    uri: "base",
    deliver: 94_093,
    tenEach: 38_737,
  },
  {
    ...NOT_MEASURED,
    name: "first prototype of the lanes, base",
    uri: "base",
    send: 94_810,
    deliver: 122_717,
    first: 309_017,
    tenEach: 46_602,
    burnSend: 68_506,
    release: 112_665,
  },
  {
    ...NOT_MEASURED,
    name: "first prototype of the lanes, CID",
    uri: "CID",
    send: 98_387,
    deliver: 148_018,
    tenEach: 69_841,
  },
];
