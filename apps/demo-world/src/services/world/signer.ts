import { chainId } from "@ryugu/sdk/primitives";
import { switchChain } from "@ryugu/sdk/wallet";
import { type Zone, zoneChain } from "@ryugu/sdk/zone";
import type { Signer } from "ethers";
import type { Account } from "./account.ts";
import type { Chains } from "./chains.ts";

/**
 * The account as a signer on a chain. A person's own wallet is asked to change to that chain, and told of it first
 * if it does not know it.
 *
 * @throws the wallet's errors
 */
export async function signerOn(
  account: Account,
  chain: string,
  chains: Chains,
  zone: Zone,
): Promise<Signer> {
  const provider = chains.provider(chain);
  if (account.kind === "key") return account.wallet.connect(provider);
  const id = chainId(chain);
  try {
    await switchChain(account.provider, id);
  } catch (error) {
    if ((error as { code?: unknown }).code !== "wallet-chain-unknown") throw error;
    const { name, rpcUrls } = zoneChain(zone, id);
    await account.provider.request({
      method: "wallet_addEthereumChain",
      params: [
        {
          chainId: `0x${BigInt(chain.split(":")[1] ?? "0").toString(16)}`,
          chainName: name,
          rpcUrls,
          nativeCurrency: { name: "Test coin", symbol: "COIN", decimals: 18 },
        },
      ],
    });
  }
  return account.wallet.connect(provider);
}
