import { keccak256 } from "ethers";
import * as code from "../abi/artifacts.ts";
import { RUNTIME } from "../abi/generated/runtime.ts";

/** A contract of a zone. */
export interface ZonePart {
  /** Its name in Solidity. */
  name: string;
  /** Its creation code. */
  bytecode: string;
  /** Keccak-256 of that. */
  codeHash: string;
  runtime: RuntimeCode;
}

/** How deployed code is recognised although its immutables differ from zone to zone. */
export interface RuntimeCode {
  /** Keccak-256 of the deployed code with every immutable set to zero. */
  hash: string;
  /** Where immutables stand: offset and length in bytes. */
  immutables: readonly (readonly [offset: number, length: number])[];
}

/** The contracts of a zone, in the order of `IZoneFactory.Part`, which every address commits to. */
export const ZONE_PARTS: readonly ZonePart[] = [
  part("Gateway", code.gatewayBytecode),
  part("GatewayModule", code.gatewayModuleBytecode),
  part("CouncilModule", code.councilModuleBytecode),
  part("Custody", code.custodyBytecode),
  part("Vault", code.vaultBytecode),
  part("Representation721", code.representation721Bytecode),
  part("Representation1155", code.representation1155Bytecode),
  part("Representation20", code.representation20Bytecode),
  part("RoyaltyRouter", code.royaltyRouterBytecode),
  part("MetadataReader", code.metadataReaderBytecode),
  part("SignatureChecker", code.signatureCheckerBytecode),
];

/** How the zone factory's deployed code is recognised. */
export const FACTORY_RUNTIME: RuntimeCode = RUNTIME.ZoneFactory;

function part(name: keyof typeof RUNTIME, bytecode: string): ZonePart {
  return { name, bytecode, codeHash: keccak256(bytecode), runtime: RUNTIME[name] };
}
