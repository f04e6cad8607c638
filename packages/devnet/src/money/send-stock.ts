import { gatewayAbi, testYenAbi } from "@ryugu/contracts";
import { type Address, address, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import { Contract, Interface, type Provider, type Wallet } from "ethers";
import { STOCK } from "./amounts.ts";
import { sendAll } from "./issuer-calls.ts";
import { yenMoved } from "./yen-moves.ts";

const YEN = new Interface(testYenAbi);
const GATEWAY = new Interface(gatewayAbi);

/** A stock of yen for somebody on another chain. */
export interface StockAbroad {
  yen: Address;
  /** Of the yen's chain. */
  gateway: Address;
  /** Where the yen is that stands for what is on the other chain. */
  vault: Address;
  /** The other chain's number. */
  number: number;
  recipient: Address;
}

/**
 * Sends a stock over the lane, unless it is there or on its way: what the issuer put into the vault, less what came back out of it
 * to the issuer, tells. The nodes deliver it.
 *
 * @param provider - of the yen's chain
 */
export async function sendStock(
  issuer: Wallet,
  provider: Provider,
  { yen, gateway, vault, number, recipient }: StockAbroad,
): Promise<void> {
  const owner = address(issuer.address);
  const [sent, returned] = await Promise.all([
    yenMoved(provider, yen, owner, vault),
    yenMoved(provider, yen, vault, owner),
  ]);
  if (sent - returned >= STOCK) return;
  const { fee } = await new Contract(gateway, GATEWAY, provider).getFunction("termsOf")(number);
  const request = {
    ...{ destinationChainId: number, token: yen, ids: [], amounts: [STOCK], recipient },
    ...{ refundAccount: ZERO_ADDRESS, deadline: 0, ref: "0x" },
  };
  await sendAll(issuer, provider, [
    { to: yen, data: YEN.encodeFunctionData("approve", [gateway, STOCK]) },
    { to: gateway, data: GATEWAY.encodeFunctionData("send", [request]), value: fee },
  ]);
}
