import {
  type Address,
  type Bytes32,
  type ChainId,
  chainNumber,
  type Hex,
} from "../primitives/index.ts";
import { gatewayDomain } from "./domain.ts";
import type { GatewayReference } from "./ids.ts";
import {
  type StructTypes,
  signCompact,
  structFields,
  type TypedDataSigner,
  typedDigest,
} from "./typed-data.ts";

/** What the council decides on one gateway, by the act's name. docs/reference/protocol.md, "Council". */
export interface CouncilActs {
  /** `epoch` is the zone's current one. */
  OpenLane: { epoch: number; counterpartChain: ChainId; counterpartGateway: Address };
  RetireLane: { counterpartChain: ChainId };
  /** `fee` in the chain's smallest unit; `quota` in sends of home tokens per sender and day, 0 for any number. */
  SetTerms: { counterpartChain: ChainId; fee: bigint; collector: Address; quota: number };
  /** `cap` in units; its largest value means no limit. */
  SetLimit: { token: Address; cap: bigint; windowMinutes: number };
  SetDefaultLimit: { cap: bigint; windowMinutes: number };
  /** `class` by its byte: 2 payment, 3 crypto, 4 prepaid, 0 takes the token off the list. */
  ListToken: { token: Address; class: number; cap: bigint; windowMinutes: number };
  ProposePolicy: { policy: Address };
  /** All chains where `counterpartChain` is null; a collection where `token` is not zero. `until` in unix seconds. */
  ExtendPause: { counterpartChain: ChainId | null; token: Address; until: number };
  LiftPause: { counterpartChain: ChainId | null; token: Address };
  Halt: { laneId: Bytes32; sequence: number; head: Bytes32 };
  /** `anchor` is the one that the lane gets. */
  ReAnchor: {
    laneId: Bytes32;
    anchor: number;
    commonSequence: number;
    commonHead: Bytes32;
    nextHash: Bytes32;
  };
  ProposeWindDown: {
    counterpartChain: ChainId;
    sequence: number;
    holdersRoot: Bytes32;
    evidence: Bytes32;
  };
  CancelWindDown: { counterpartChain: ChainId };
}

/** The name of an act of the council. */
export type CouncilActName = keyof CouncilActs;

const FIELDS: Record<CouncilActName, string> = {
  OpenLane: "uint64 epoch,uint64 counterpartChainId,address counterpartGateway",
  RetireLane: "uint64 counterpartChainId",
  SetTerms: "uint64 counterpartChainId,uint96 fee,address collector,uint32 quota",
  SetLimit: "address token,uint88 cap,uint16 windowMinutes",
  SetDefaultLimit: "uint88 cap,uint16 windowMinutes",
  ListToken: "address token,uint8 class,uint88 cap,uint16 windowMinutes",
  ProposePolicy: "address policy",
  ExtendPause: "uint64 counterpartChainId,address token,uint40 until",
  LiftPause: "uint64 counterpartChainId,address token",
  Halt: "bytes32 laneId,uint64 sequence,bytes32 head",
  ReAnchor:
    "bytes32 laneId,uint64 anchor,uint64 commonSequence,bytes32 commonHead,bytes32 nextHash",
  ProposeWindDown: "uint64 counterpartChainId,uint64 sequence,bytes32 holdersRoot,bytes32 evidence",
  CancelWindDown: "uint64 counterpartChainId",
};

/** The EIP-712 types of an act. Every act begins with the gateway's next council nonce. */
export function councilActTypes(name: CouncilActName): StructTypes {
  return { [name]: structFields(`uint64 nonce,${FIELDS[name]}`) };
}

/** The EIP-712 digest that validators sign for an act on one gateway. */
export function councilActDigest<Name extends CouncilActName>(
  zoneId: Bytes32,
  on: GatewayReference,
  nonce: number,
  name: Name,
  act: CouncilActs[Name],
): Bytes32 {
  return typedDigest(gatewayDomain(zoneId, on), councilActTypes(name), toMessage(nonce, act));
}

/** Signs an act on one gateway; 64 bytes (EIP-2098). A gateway takes k of them, by ascending validator address. */
export function signCouncilAct<Name extends CouncilActName>(
  signer: TypedDataSigner,
  zoneId: Bytes32,
  on: GatewayReference,
  nonce: number,
  name: Name,
  act: CouncilActs[Name],
): Promise<Hex> {
  const domain = gatewayDomain(zoneId, on);
  return signCompact(signer, domain, councilActTypes(name), toMessage(nonce, act));
}

function toMessage(nonce: number, act: CouncilActs[CouncilActName]): object {
  if (!("counterpartChain" in act)) return { nonce, ...act };
  const { counterpartChain, ...rest } = act;
  const counterpartChainId = counterpartChain === null ? 0n : chainNumber(counterpartChain);
  return { nonce, counterpartChainId, ...rest };
}
