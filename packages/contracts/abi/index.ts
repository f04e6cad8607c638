/** The contracts' ABIs, typed. Creation bytecode is in `@ryugu/contracts/artifacts`. */
export { creatorCollectionAbi } from "./generated/creator-collection.abi.ts";
export { custodyAbi } from "./generated/custody.abi.ts";
export { erc20RailAbi } from "./generated/erc20-rail.abi.ts";
export { gatewayAbi } from "./generated/gateway.abi.ts";
export { marketAbi } from "./generated/market.abi.ts";
export { perBuyerCapAbi } from "./generated/per-buyer-cap.abi.ts";
export { prepaidRailAbi } from "./generated/prepaid-rail.abi.ts";
export { representation20Abi } from "./generated/representation20.abi.ts";
export { representation721Abi } from "./generated/representation721.abi.ts";
export { representation1155Abi } from "./generated/representation1155.abi.ts";
export { royaltyRouterAbi } from "./generated/royalty-router.abi.ts";
export { splitAbi } from "./generated/split.abi.ts";
export { splitFactoryAbi } from "./generated/split-factory.abi.ts";
export { testYenAbi } from "./generated/test-yen.abi.ts";
export { vaultAbi } from "./generated/vault.abi.ts";
export { zoneFactoryAbi } from "./generated/zone-factory.abi.ts";
