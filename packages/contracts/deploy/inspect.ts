import { getBytes, keccak256, type Provider } from "ethers";
import { DEPLOYMENT_PROXY } from "../abi/artifacts.ts";
import { FACTORY_RUNTIME, type RuntimeCode } from "./parts.ts";
import type { PlannedPart, ZonePlan } from "./plan.ts";

/** What a chain has at an address: nothing, what belongs there, or something else. */
export type Presence = "missing" | "deployed" | "foreign";

/** What a chain has of a zone. */
export interface ZonePresence {
  /** Whether the chain has the proxy through which the factory gets its one address. */
  proxy: Presence;
  factory: Presence;
  parts: readonly { part: PlannedPart; presence: Presence }[];
}

/** The deployment proxy's code, 69 bytes, on every chain the same. */
const PROXY_RUNTIME: RuntimeCode = {
  hash: "0x2fa86add0aed31f33a762c9d88e807c475bd51d0f52bd0955754b2608f7e4989",
  immutables: [],
};

/** Asks a chain which of a zone's contracts it has, and compares their code with what this package built. */
export async function inspectZone(provider: Provider, plan: ZonePlan): Promise<ZonePresence> {
  const present = async (address: string, runtime: RuntimeCode) =>
    presenceOf(await provider.getCode(address), runtime);
  const [proxy, factory, ...parts] = await Promise.all([
    present(DEPLOYMENT_PROXY, PROXY_RUNTIME),
    present(plan.factory, FACTORY_RUNTIME),
    ...plan.parts.map(({ address, runtime }) => present(address, runtime)),
  ]);
  return {
    proxy: proxy ?? "missing",
    factory: factory ?? "missing",
    parts: plan.parts.map((part, i) => ({ part, presence: parts[i] ?? "missing" })),
  };
}

/** Compares deployed code with what was built, but for immutables. */
export function presenceOf(deployed: string, { hash, immutables }: RuntimeCode): Presence {
  if (deployed === "0x") return "missing";
  const code = getBytes(deployed);
  for (const [offset, length] of immutables) code.fill(0, offset, offset + length);
  return keccak256(code) === hash ? "deployed" : "foreign";
}
