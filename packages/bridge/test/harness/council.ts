import { gatewayAbi } from "@ryugu/contracts";
import { type CouncilActName, type CouncilActs, signCouncilAct } from "@ryugu/sdk/lane";
import { chainId } from "@ryugu/sdk/primitives";
import { zoneChain } from "@ryugu/sdk/zone";
import { Contract, concat, type Wallet } from "ethers";
import { account, type TestChain } from "./anvil.ts";
import type { TestZone } from "./zone.ts";

/** Has a quorum sign an act on a chain's gateway, and carries it out. */
export async function decide<Name extends CouncilActName>(
  { zone, set, validators }: TestZone,
  on: TestChain,
  name: Name,
  act: CouncilActs[Name],
  call: (signatures: string) => { method: string; values: readonly unknown[] },
): Promise<void> {
  const { id: chain, gateway } = zoneChain(zone, chainId(on.id));
  const contract = new Contract(gateway, gatewayAbi, account(9).connect(on.provider));
  const nonce = Number(await contract.getFunction("councilNonce")());
  const signers = set.validators
    .slice(0, set.quorum)
    .map((seat) => validators.find(({ address }) => address === seat))
    .filter((wallet): wallet is Wallet => wallet !== undefined);
  const signatures = await Promise.all(
    signers.map((wallet) => signCouncilAct(wallet, zone.id, { chain, gateway }, nonce, name, act)),
  );
  const { method, values } = call(concat(signatures));
  const sent = await contract.getFunction(method)(...values);
  await sent.wait();
}
