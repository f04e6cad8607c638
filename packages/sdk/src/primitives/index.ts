/** Checked values: hex, addresses, chain ids (CAIP-2), asset ids (CAIP-19), integers, JSON; and logs from endpoints that cap them. */
export { type Address, address, isSameAddress, ZERO_ADDRESS } from "./address.ts";
export {
  type AssetReference,
  type AssetStandard,
  formatAssetId,
  parseAssetId,
} from "./asset-id.ts";
export { readBoundedText } from "./bounded-body.ts";
export { canonicalJson } from "./canonical-json.ts";
export { type ChainId, chainId, chainNumber } from "./chain-id.ts";
export {
  IntegerOutOfRangeError,
  InvalidAddressError,
  InvalidAssetIdError,
  InvalidChainIdError,
  InvalidHexError,
  InvalidJsonError,
  InvalidShapeError,
  LogsRefusedError,
} from "./errors.ts";
export {
  type Finding,
  type FindingCatalogue,
  type FindingReport,
  type FindingTemplate,
  pointer,
  type Severity,
  startReport,
} from "./finding.ts";
export {
  type Bytes32,
  bytes32,
  bytesToHex,
  type Hex,
  hex,
  hexToBytes,
  isHex,
  preview,
} from "./hex.ts";
export { type IntegerBits, uint } from "./integer.ts";
export { type Json, parseJson } from "./json.ts";
export { platformRandom, type RandomBytes } from "./random.ts";
export {
  type LogFilter,
  type LogPagesOptions,
  logPages,
  type RawLog,
  readLogs,
  readLogsBackTo,
} from "./read-logs.ts";
export { englishIssues, parseShape } from "./shape.ts";
export { hasUnsafeCharacters, safeLine, safeText } from "./text.ts";
