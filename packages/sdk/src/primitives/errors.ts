import { RyuguError } from "../errors/index.ts";

/** A value was not a `0x`-prefixed, even-length string of hex digits, or had another length. */
export class InvalidHexError extends RyuguError {
  readonly code = "invalid-hex";
}

/** A value was not a 20-byte address, or its mixed-case checksum (EIP-55) was wrong. */
export class InvalidAddressError extends RyuguError {
  readonly code = "invalid-address";
}

/** A chain was not named by CAIP-2 in the `eip155` namespace, or its number was out of range. */
export class InvalidChainIdError extends RyuguError {
  readonly code = "invalid-chain-id";
}

/** An asset was not named by CAIP-19 (`eip155:1/erc721:0x…/1`). */
export class InvalidAssetIdError extends RyuguError {
  readonly code = "invalid-asset-id";
}

/** A number did not fit the unsigned integer that the protocol gives it. */
export class IntegerOutOfRangeError extends RyuguError {
  readonly code = "integer-out-of-range";
}

/** A value did not have the shape its schema asks for. */
export class InvalidShapeError extends RyuguError {
  readonly code = "invalid-shape";
}

/** A JSON text could not be parsed, or was larger than its limit. */
export class InvalidJsonError extends RyuguError {
  readonly code = "invalid-json";
}

/** A chain's endpoint refuses logs even of one block, or gives them over so few that reading them all would not end. */
export class LogsRefusedError extends RyuguError {
  readonly code = "logs-refused";
}
