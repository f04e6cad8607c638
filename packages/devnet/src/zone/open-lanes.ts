import { gatewayAbi } from "@ryugu/contracts";
import type { GatewayReference } from "@ryugu/sdk/lane";
import { chainNumber } from "@ryugu/sdk/primitives";
import { Contract } from "ethers";
import { type CouncilSeat, decide } from "./decide.ts";

/**
 * Opens the lanes between a gateway and a counterpart, unless they are open.
 *
 * @returns the vault that was made for the counterpart
 */
export async function openLane(seat: CouncilSeat, counterpart: GatewayReference): Promise<string> {
  const gateway = new Contract(seat.gateway.gateway, gatewayAbi, seat.provider);
  const other = chainNumber(counterpart.chain);
  const [outbound] = await gateway.getFunction("lanesOf")(other);
  if (BigInt(outbound) === 0n) {
    const [epoch] = await gateway.getFunction("validatorSet")();
    const act = {
      epoch: Number(epoch),
      counterpartChain: counterpart.chain,
      counterpartGateway: counterpart.gateway,
    };
    const call = ["openLane", epoch, other, counterpart.gateway] as const;
    await decide(seat, { name: "OpenLane", act, call });
  }
  return gateway.getFunction("vaultOf")(other);
}
