/** Assets: NFT metadata with portable fields, read leniently and written strictly. */
export {
  InvalidMetadataError,
  MetadataNotJsonError,
  MetadataNotObjectError,
  MetadataTooLargeError,
} from "./errors.ts";
export { ASSET_FINDINGS, type AssetFindingCode } from "./finding-codes.ts";
export { type AssetMetadata, type Attribute, assetMetadataSchema } from "./metadata.ts";
export { DEFAULT_MAX_METADATA_BYTES } from "./parse-source.ts";
export {
  type AssetClass,
  type Creator,
  type Licence,
  type Model,
  PORTABLE_VERSION,
  type PortableFields,
  TOTAL_SHARES,
} from "./portable.ts";
export { type MetadataReading, type ReadMetadataOptions, readMetadata } from "./read-metadata.ts";
export {
  type MetadataValidation,
  type MetadataVerdict,
  validateMetadata,
} from "./validate-metadata.ts";
export { writeMetadata } from "./write-metadata.ts";
