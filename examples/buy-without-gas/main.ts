// Buys what a signed order offers: the buyer only signs, the sponsor pays the gas. Both keystores open with one passphrase.
//   node main.ts <rpc url> <signed order file> <passphrase file> <buyer keystore> <sponsor keystore>
import { readFile } from "node:fs/promises";
import { orderMarket, parseSignedOrder } from "@ryugu/sdk/market";
import { formatYen } from "@ryugu/sdk/payout";
import { readKeystoreFile } from "@ryugu/sdk/wallet/node";
import { JsonRpcProvider } from "ethers";
import { signFor, sponsor, watch } from "./buy-without-gas.ts";

const [rpcUrl, orderFile, secret, buyerFile, sponsorFile] = process.argv.slice(2);
if (!rpcUrl || !orderFile || !secret || !buyerFile || !sponsorFile) {
  throw new Error(
    "Usage: node main.ts <rpc url> <signed order file> <passphrase file> <buyer keystore> <sponsor keystore>",
  );
}

const provider = new JsonRpcProvider(rpcUrl);
const order = parseSignedOrder(JSON.parse(await readFile(orderFile, "utf8")));
const market = orderMarket({ chain: order.chain, address: order.market, provider });
const { state } = await market.stateOf(order);
if (state !== "open") throw new Error(`The order is ${state}.`);
console.log(`For sale at ${formatYen(order.price)}`);

const passphrase = (await readFile(secret, "utf8")).trim();
const buyer = await readKeystoreFile(buyerFile, passphrase);
const payer = (await readKeystoreFile(sponsorFile, passphrase)).connect(provider);
const now = Date.now() / 1_000;
const fromBlock = await provider.getBlockNumber();
const body = await signFor(market, order, buyer, now);
await sponsor(market, payer, order, { body, now });
for await (const line of watch(market, order, fromBlock)) console.log(line);
provider.destroy();
