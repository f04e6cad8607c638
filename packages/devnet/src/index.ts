/** A local zone: chains, nodes and the page, started and supervised. The only code that spawns processes. */
export {
  BankMaintenanceError,
  BankTransferNotFoundError,
  OrderConflictError,
} from "./bank/errors.ts";
export { type HttpBankRailOptions, httpBankRail } from "./bank/http-bank-rail.ts";
export { type BankPlanOptions, bankPlan } from "./bank/plan.ts";
export type { BankSettingsInput } from "./bank/settings.ts";
export type { EndpointFault } from "./chain/endpoint.ts";
export {
  ChainRpcError,
  ChainStateLostError,
  PortTakenError,
  ProcessStartError,
  StartUsageError,
  ZoneDeploymentError,
  ZoneDiskFullError,
  ZoneFolderDamagedError,
  ZoneFolderForeignError,
  ZoneLockedError,
} from "./errors.ts";
export { IssuerBusyError, RedemptionRefusedError } from "./issuer/errors.ts";
export { type IssuerPlanOptions, issuerPlan } from "./issuer/plan.ts";
export type { ZoneKey, ZoneKeys } from "./keys/zone-keys.ts";
export { deployMoney, type MoneyContracts } from "./money/deploy-money.ts";
export { type MoneyChain, type MoneyChainOptions, startMoneyChain } from "./money/money-chain.ts";
export type { MoneyReady } from "./money/money-ready.ts";
export type { ZoneMoney } from "./money/zone-money.ts";
export {
  type ProcessPlan,
  type ProcessState,
  SupervisedProcess,
} from "./process/supervised-process.ts";
export type { DeployedChain } from "./zone/deploy-zone.ts";
export { CHAINS, DEMO_SHAPE, PARTNERS, QUORUM, ZONE_NAME } from "./zone/plan.ts";
export type { ZoneReady } from "./zone/ready.ts";
export type { RunningZone } from "./zone/running-zone.ts";
export { type StartZoneOptions, startZone } from "./zone/start-zone.ts";
export type { ZoneStep } from "./zone/steps.ts";
