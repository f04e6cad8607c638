import {
  type CouncilActName,
  type CouncilActs,
  councilActDigest,
  hashValidatorSet,
  pauseDigest,
  rotationDigest,
  validatorSet,
  zoneId,
} from "../src/lane/index.ts";
import {
  type Address,
  address,
  type Bytes32,
  type ChainId,
  chainId,
  chainNumber,
} from "../src/primitives/index.ts";

const ZONE = zoneId("ryugu-test");
const LAST_CHAIN = chainId((1n << 64n) - 1n);
const NOBODY = address(`0x${"00".repeat(20)}`);
const SOMEBODY = address(`0x${"ab".repeat(20)}`);
const EVERYBODY = address(`0x${"ff".repeat(20)}`);
const CHAIN = chainId(31_338);

/** Where the acts of the vectors are to be done. */
export const PLACES = [
  { chain: chainId(31_337), gateway: address(`0x${"11".repeat(20)}`) },
  { chain: LAST_CHAIN, gateway: address(`0x${"fe".repeat(20)}`) },
] as const;

const word = (byte: string) => `0x${byte.repeat(32)}` as Bytes32;

/** Of each act one that is likely, one with the smallest values and one with the largest. */
const ACTS: {
  [Name in CouncilActName]: [CouncilActs[Name], CouncilActs[Name], CouncilActs[Name]];
} = {
  OpenLane: [
    { epoch: 1, counterpartChain: CHAIN, counterpartGateway: SOMEBODY },
    { epoch: 0, counterpartChain: chainId(1), counterpartGateway: NOBODY },
    { epoch: 2 ** 40 - 1, counterpartChain: LAST_CHAIN, counterpartGateway: EVERYBODY },
  ],
  RetireLane: [
    { counterpartChain: CHAIN },
    { counterpartChain: chainId(1) },
    { counterpartChain: LAST_CHAIN },
  ],
  SetTerms: [
    { counterpartChain: CHAIN, fee: 10n ** 15n, collector: SOMEBODY, quota: 40 },
    { counterpartChain: chainId(1), fee: 0n, collector: NOBODY, quota: 0 },
    {
      counterpartChain: LAST_CHAIN,
      fee: (1n << 96n) - 1n,
      collector: EVERYBODY,
      quota: 2 ** 32 - 1,
    },
  ],
  SetLimit: [
    { token: SOMEBODY, cap: 100n, windowMinutes: 60 },
    { token: NOBODY, cap: 0n, windowMinutes: 0 },
    { token: EVERYBODY, cap: (1n << 88n) - 1n, windowMinutes: 65_535 },
  ],
  SetDefaultLimit: [
    { cap: 100n, windowMinutes: 60 },
    { cap: 0n, windowMinutes: 0 },
    { cap: (1n << 88n) - 1n, windowMinutes: 65_535 },
  ],
  ListToken: [
    { token: SOMEBODY, class: 2, cap: 10n ** 24n, windowMinutes: 1_440 },
    { token: NOBODY, class: 0, cap: 0n, windowMinutes: 0 },
    { token: EVERYBODY, class: 255, cap: (1n << 88n) - 1n, windowMinutes: 65_535 },
  ],
  ProposePolicy: [{ policy: SOMEBODY }, { policy: NOBODY }, { policy: EVERYBODY }],
  ExtendPause: [
    { counterpartChain: CHAIN, token: NOBODY, until: 1_800_000_000 },
    { counterpartChain: null, token: NOBODY, until: 0 },
    { counterpartChain: LAST_CHAIN, token: EVERYBODY, until: 2 ** 40 - 1 },
  ],
  LiftPause: [
    { counterpartChain: CHAIN, token: NOBODY },
    { counterpartChain: null, token: NOBODY },
    { counterpartChain: LAST_CHAIN, token: EVERYBODY },
  ],
  Halt: [
    { laneId: word("1a"), sequence: 41, head: word("2b") },
    { laneId: word("00"), sequence: 0, head: word("00") },
    { laneId: word("ff"), sequence: Number.MAX_SAFE_INTEGER, head: word("ff") },
  ],
  ReAnchor: [
    {
      laneId: word("1a"),
      anchor: 1,
      commonSequence: 40,
      commonHead: word("2b"),
      nextHash: word("3c"),
    },
    {
      laneId: word("00"),
      anchor: 0,
      commonSequence: 0,
      commonHead: word("00"),
      nextHash: word("00"),
    },
    {
      laneId: word("ff"),
      anchor: 65_535,
      commonSequence: Number.MAX_SAFE_INTEGER,
      commonHead: word("ff"),
      nextHash: word("ff"),
    },
  ],
  ProposeWindDown: [
    { counterpartChain: CHAIN, sequence: 77, holdersRoot: word("4d"), evidence: word("5e") },
    { counterpartChain: chainId(1), sequence: 0, holdersRoot: word("00"), evidence: word("00") },
    {
      counterpartChain: LAST_CHAIN,
      sequence: Number.MAX_SAFE_INTEGER,
      holdersRoot: word("ff"),
      evidence: word("ff"),
    },
  ],
  CancelWindDown: [
    { counterpartChain: CHAIN },
    { counterpartChain: chainId(1) },
    { counterpartChain: LAST_CHAIN },
  ],
};

/** The council's acts with their fields as EIP-712 names them, rotations and pauses. */
export function councilVectors(members: readonly Address[]) {
  return {
    acts: Object.fromEntries(
      (Object.keys(ACTS) as CouncilActName[]).map((name) => [name, actCases(name)]),
    ),
    rotations: rotationCases(members),
    pauses: pauseCases(),
  };
}

function actCases(name: CouncilActName) {
  return ACTS[name].map((act, i) => {
    const on = PLACES[i % PLACES.length] ?? PLACES[0];
    const nonce = i * 1_000_003;
    return {
      ...place(on),
      nonce,
      ...withChainId(act),
      digest: councilActDigest(ZONE, on, nonce, name, act),
    };
  });
}

function rotationCases(members: readonly Address[]) {
  const rotations = [
    { set: validatorSet(1, 3, members), validFrom: 0 },
    { set: validatorSet(2, 1, members.slice(0, 1)), validFrom: 1_800_000_000 },
    { set: validatorSet(2 ** 40 - 1, 5, members), validFrom: 2 ** 40 - 1 },
  ];
  return rotations.map((rotation) => ({
    zoneId: ZONE,
    from: rotation.set.epoch - 1,
    to: rotation.set.epoch,
    setHash: hashValidatorSet(rotation.set),
    k: rotation.set.quorum,
    validators: rotation.set.validators,
    validFrom: rotation.validFrom,
    digest: rotationDigest(ZONE, rotation),
  }));
}

function pauseCases() {
  const pauses = [
    { validator: SOMEBODY, counterpartChain: CHAIN, token: NOBODY, duration: 3_600, nonce: 0 },
    { validator: NOBODY, counterpartChain: null, token: SOMEBODY, duration: 0, nonce: 1 },
    {
      validator: EVERYBODY,
      counterpartChain: LAST_CHAIN,
      token: EVERYBODY,
      duration: 2 ** 24 - 1,
      nonce: Number.MAX_SAFE_INTEGER,
    },
  ];
  return pauses.map((pause, i) => {
    const on = PLACES[i % PLACES.length] ?? PLACES[0];
    return { ...place(on), ...withChainId(pause), digest: pauseDigest(ZONE, on, pause) };
  });
}

/** A gateway as a vector names it. */
export const place = ({ chain, gateway }: (typeof PLACES)[number]) => ({
  zoneId: ZONE,
  chainId: chainNumber(chain).toString(),
  gateway,
});

/** As EIP-712 has it: a number instead of a CAIP-2 id, zero for all chains; large integers as texts. */
function withChainId(act: object) {
  const { counterpartChain, ...rest } = act as { counterpartChain?: ChainId | null };
  const fields = Object.entries(rest).map(([key, v]) => [
    key,
    typeof v === "bigint" ? v.toString() : v,
  ]);
  if (counterpartChain === undefined) return Object.fromEntries(fields);
  const counterpartChainId = counterpartChain === null ? "0" : `${chainNumber(counterpartChain)}`;
  return { counterpartChainId, ...Object.fromEntries(fields) };
}
