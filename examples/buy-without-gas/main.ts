// Shows what a token costs and who gets it, waits until it is bought, and says what landed:
//   node main.ts <rpc url> <market> <collection> <token id>
import { fixedPriceMarket, formatYen, shareAmounts } from "@ryugu/sdk/payout";
import { address, chainId } from "@ryugu/sdk/primitives";
import { JsonRpcProvider } from "ethers";
import { watch } from "./buy-without-gas.ts";

const [rpcUrl, market, collection, tokenId] = process.argv.slice(2);
if (rpcUrl === undefined || tokenId === undefined) {
  throw new Error("Usage: node main.ts <rpc url> <market> <collection> <token id>");
}

const provider = new JsonRpcProvider(rpcUrl);
const { chainId: number } = await provider.getNetwork();
const sales = fixedPriceMarket({ chain: chainId(number), address: address(market), provider });
for (const listing of await sales.openListings(address(collection), BigInt(tokenId))) {
  console.log(`For sale at ${formatYen(listing.price)}`);
  for (const [i, amount] of shareAmounts(listing.price, listing.shares).entries()) {
    console.log(`  ${formatYen(amount)} to ${listing.shares[i]?.payee}`);
  }
  for await (const line of watch(sales, listing)) console.log(line);
}
provider.destroy();
