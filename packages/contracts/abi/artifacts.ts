/**
 * Creation bytecode of what people deploy, as hex.
 *
 * `@ryugu/contracts/deploy` puts a whole zone on a chain with it.
 */
export { classPolicyBytecode } from "./generated/class-policy.bytecode.ts";
export { contractYenAbi } from "./generated/contract-yen.abi.ts";
export { contractYenBytecode } from "./generated/contract-yen.bytecode.ts";
export { councilModuleBytecode } from "./generated/council-module.bytecode.ts";
export { creatorCollectionBytecode } from "./generated/creator-collection.bytecode.ts";
export { custodyBytecode } from "./generated/custody.bytecode.ts";
export { erc20RailBytecode } from "./generated/erc20-rail.bytecode.ts";
export { gatewayBytecode } from "./generated/gateway.bytecode.ts";
export { gatewayModuleBytecode } from "./generated/gateway-module.bytecode.ts";
export { marketBytecode } from "./generated/market.bytecode.ts";
export { metadataReaderBytecode } from "./generated/metadata-reader.bytecode.ts";
export { moodyCollectionAbi } from "./generated/moody-collection.abi.ts";
export { moodyCollectionBytecode } from "./generated/moody-collection.bytecode.ts";
export { moodyUnitsAbi } from "./generated/moody-units.abi.ts";
export { moodyUnitsBytecode } from "./generated/moody-units.bytecode.ts";
export { moodyYenAbi } from "./generated/moody-yen.abi.ts";
export { moodyYenBytecode } from "./generated/moody-yen.bytecode.ts";
export { perBuyerCapBytecode } from "./generated/per-buyer-cap.bytecode.ts";
export { prepaidRailBytecode } from "./generated/prepaid-rail.bytecode.ts";
export { protocolHarnessAbi } from "./generated/protocol-harness.abi.ts";
export { protocolHarnessBytecode } from "./generated/protocol-harness.bytecode.ts";
export { representation20Bytecode } from "./generated/representation20.bytecode.ts";
export { representation721Bytecode } from "./generated/representation721.bytecode.ts";
export { representation1155Bytecode } from "./generated/representation1155.bytecode.ts";
export { royaltyRouterBytecode } from "./generated/royalty-router.bytecode.ts";
export { signatureCheckerBytecode } from "./generated/signature-checker.bytecode.ts";
export { smartAccountAbi } from "./generated/smart-account.abi.ts";
export { smartAccountBytecode } from "./generated/smart-account.bytecode.ts";
export { splitFactoryBytecode } from "./generated/split-factory.bytecode.ts";
export { testYenBytecode } from "./generated/test-yen.bytecode.ts";
export { vaultBytecode } from "./generated/vault.bytecode.ts";
export { zoneFactoryBytecode } from "./generated/zone-factory.bytecode.ts";

/** The deterministic deployment proxy: calldata is a 32-byte salt and creation code. */
export const DEPLOYMENT_PROXY = "0x4e59b44847b379578588920cA78FbF26c0B4956C";

/** The salt of the zone factory, so that it has one address on every chain. */
export const FACTORY_SALT = `0x${"00".repeat(32)}` as const;
