import { gatewayAbi } from "@ryugu/contracts";
import {
  type CouncilActName,
  type CouncilActs,
  type GatewayReference,
  signCouncilAct,
} from "@ryugu/sdk/lane";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import { Contract, concat, type Provider, type Wallet } from "ethers";
import { mined } from "./mined.ts";

/** A gateway, and who decides for it. */
export interface CouncilSeat {
  zoneId: Bytes32;
  gateway: GatewayReference;
  /** k validators' wallets, by ascending address. */
  quorum: readonly Wallet[];
  /** Pays for the transaction. */
  sender: Wallet;
  provider: Provider;
}

/** What is decided, and how the gateway is told. */
export interface Decision<Name extends CouncilActName> {
  name: Name;
  act: CouncilActs[Name];
  /** The gateway's function and its arguments, but for the signatures. */
  call: readonly [method: string, ...args: unknown[]];
}

/** Has a quorum decide something, and waits until a block has it. */
export async function decide<Name extends CouncilActName>(
  { zoneId, gateway: on, quorum, sender, provider }: CouncilSeat,
  { name, act, call: [method, ...args] }: Decision<Name>,
): Promise<void> {
  const gateway = new Contract(on.gateway, gatewayAbi, sender.connect(provider));
  const nonce = Number(await gateway.getFunction("councilNonce")());
  const signatures = await Promise.all(
    quorum.map((wallet) => signCouncilAct(wallet, zoneId, on, nonce, name, act)),
  );
  const { hash } = await gateway.getFunction(method)(...args, concat(signatures));
  await mined(provider, hash);
}
