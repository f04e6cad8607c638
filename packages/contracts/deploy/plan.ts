import { AbiCoder, concat, getCreate2Address, keccak256, TypedDataEncoder } from "ethers";
import { DEPLOYMENT_PROXY, FACTORY_SALT, zoneFactoryBytecode } from "../abi/artifacts.ts";
import { ZONE_PARTS, type ZonePart } from "./parts.ts";

/** What is fixed for a zone at deployment, in seconds. `IZoneFactory.Settings` tells what each means. */
export interface ZoneSettings {
  minDeadline: number;
  maxDeadline: number;
  defaultDeadline: number;
  policyNotice: number;
  reanchorNotice: number;
  windDownNotice: number;
}

/** Everything that a zone's addresses commit to, besides the contracts' code. */
export interface ZoneSpec {
  /** 3 to 63 characters of `a-z`, `0-9`, `-` and `.`. */
  name: string;
  /** The genesis set, in strictly ascending order. */
  validators: readonly string[];
  /** k of n. */
  quorum: number;
  settings: ZoneSettings;
}

/** A contract of a zone and where it is on every chain. */
export interface PlannedPart extends ZonePart {
  address: string;
}

/** Where a zone's contracts are, on every chain alike. */
export interface ZonePlan {
  spec: ZoneSpec;
  zoneId: string;
  genesisSetHash: string;
  factory: string;
  /** In the order of `IZoneFactory.Part`. */
  parts: readonly PlannedPart[];
  gateway: string;
  custody: string;
}

const SETTINGS_TYPES = ["uint40", "uint40", "uint40", "uint40", "uint40", "uint40"];

/** A zone's settings in the order in which contracts take them. */
export function settingsTuple(s: ZoneSettings): number[] {
  return [
    s.minDeadline,
    s.maxDeadline,
    s.defaultDeadline,
    s.policyNotice,
    s.reanchorNotice,
    s.windDownNotice,
  ];
}

/** Computes where a zone's contracts are, without asking any chain. docs/reference/protocol.md, "Addresses". */
export function planZone(spec: ZoneSpec): ZonePlan {
  const zoneId = TypedDataEncoder.hashStruct(
    "Zone",
    { Zone: [{ name: "name", type: "string" }] },
    { name: spec.name },
  );
  const genesisSetHash = hashGenesisSet(spec);
  const settings = AbiCoder.defaultAbiCoder().encode(SETTINGS_TYPES, settingsTuple(spec.settings));
  const codes = keccak256(concat(ZONE_PARTS.map(({ codeHash }) => codeHash)));
  const salt = keccak256(concat([zoneId, genesisSetHash, keccak256(settings), codes]));
  const factory = getCreate2Address(DEPLOYMENT_PROXY, FACTORY_SALT, keccak256(zoneFactoryBytecode));
  const parts = ZONE_PARTS.map((part) => ({
    ...part,
    address: getCreate2Address(factory, salt, part.codeHash),
  }));
  const addressOf = (name: string) => parts.find((part) => part.name === name)?.address ?? "";
  return {
    spec,
    zoneId,
    genesisSetHash,
    factory,
    parts,
    gateway: addressOf("Gateway"),
    custody: addressOf("Custody"),
  };
}

function hashGenesisSet({ quorum, validators }: ZoneSpec): string {
  const types = {
    ValidatorSet: [
      { name: "epoch", type: "uint64" },
      { name: "quorum", type: "uint16" },
      { name: "validators", type: "address[]" },
    ],
  };
  return TypedDataEncoder.hashStruct("ValidatorSet", types, { epoch: 0, quorum, validators });
}
