// Buys a token that is for sale: the buyer only signs, the sponsor pays the gas. Both keystores open with one passphrase.
//   node main.ts <rpc url> <market> <collection> <token id> <passphrase file> <buyer keystore> <sponsor keystore>
import { readFile } from "node:fs/promises";
import { fixedPriceMarket, formatYen } from "@ryugu/sdk/payout";
import { address, chainId } from "@ryugu/sdk/primitives";
import { readKeystoreFile } from "@ryugu/sdk/wallet/node";
import { JsonRpcProvider } from "ethers";
import { signFor, sponsor, watch } from "./buy-without-gas.ts";

const [rpcUrl, at, collection, tokenId, secret, buyerFile, sponsorFile] = process.argv.slice(2);
if (!rpcUrl || !tokenId || !secret || !buyerFile || !sponsorFile) {
  throw new Error(
    "Usage: node main.ts <rpc url> <market> <collection> <token id> <passphrase file> <buyer keystore> <sponsor keystore>",
  );
}

const provider = new JsonRpcProvider(rpcUrl);
const chain = chainId((await provider.getNetwork()).chainId);
const market = fixedPriceMarket({ chain, address: address(at), provider });
const [listing] = await market.openListings(address(collection), BigInt(tokenId));
if (listing === undefined) throw new Error("The token is not for sale.");
console.log(`For sale at ${formatYen(listing.price)}`);

const passphrase = (await readFile(secret, "utf8")).trim();
const buyer = await readKeystoreFile(buyerFile, passphrase);
const payer = (await readKeystoreFile(sponsorFile, passphrase)).connect(provider);
const now = Date.now() / 1_000;
const signed = await signFor(market, listing, buyer, now);
await sponsor(market, payer, signed, now);
for await (const line of watch(market, listing)) console.log(line);
provider.destroy();
