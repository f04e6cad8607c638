import { gatewayAbi } from "@ryugu/contracts";
import { type GatewayReference, signCouncilAct } from "@ryugu/sdk/lane";
import { type Bytes32, chainNumber } from "@ryugu/sdk/primitives";
import { Contract, concat, type Signer, type Wallet } from "ethers";

/**
 * Opens the lanes between a gateway and a counterpart, unless they are open.
 *
 * @param quorum - k validators' wallets, by ascending address
 * @returns the vault that was made for the counterpart
 */
export async function openLane(
  sender: Signer,
  zoneId: Bytes32,
  on: GatewayReference,
  counterpart: GatewayReference,
  quorum: readonly Wallet[],
): Promise<string> {
  const gateway = new Contract(on.gateway, gatewayAbi, sender);
  const other = chainNumber(counterpart.chain);
  const [outbound] = await gateway.getFunction("lanesOf")(other);
  if (BigInt(outbound) === 0n) {
    const nonce = Number(await gateway.getFunction("councilNonce")());
    const [epoch] = await gateway.getFunction("validatorSet")();
    const act = {
      epoch: Number(epoch),
      counterpartChain: counterpart.chain,
      counterpartGateway: counterpart.gateway,
    };
    const signatures = await Promise.all(
      quorum.map((wallet) => signCouncilAct(wallet, zoneId, on, nonce, "OpenLane", act)),
    );
    const sent = await gateway.getFunction("openLane")(
      epoch,
      other,
      counterpart.gateway,
      concat(signatures),
    );
    await sent.wait();
  }
  return gateway.getFunction("vaultOf")(other);
}
