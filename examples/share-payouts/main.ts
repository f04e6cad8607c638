// A painter shares with a poet: makes their split, divides what was paid to it, and takes to another account what could not be paid.
//   node main.ts <rpc url> <split factory> <yen> <poet> <other account> <passphrase file> <painter's keystore>
import { readFile } from "node:fs/promises";
import { creditOf, formatYen, readSplitBalance } from "@ryugu/sdk/payout";
import { address, chainId } from "@ryugu/sdk/primitives";
import { readKeystoreFile } from "@ryugu/sdk/wallet/node";
import { JsonRpcProvider } from "ethers";
import {
  addressOf,
  carry,
  divideAll,
  make,
  preview,
  redirect,
  takeEverything,
} from "./share-payouts.ts";

const [rpcUrl, at, currency, second, other, secret, keystore] = process.argv.slice(2);
if (!rpcUrl || !secret || !keystore) {
  throw new Error(
    "Usage: node main.ts <rpc url> <split factory> <yen> <poet> <other account> <passphrase file> <painter's keystore>",
  );
}

const provider = new JsonRpcProvider(rpcUrl);
const chain = chainId((await provider.getNetwork()).chainId);
const factory = { chain, address: address(at), provider };
const [yen, poet, to] = [address(currency), address(second), address(other)];
const painter = await readKeystoreFile(keystore, (await readFile(secret, "utf8")).trim());
const signer = painter.connect(provider);

console.log(`Pay to ${addressOf(factory.address, painter.address, poet)}`);
const split = { ...factory, address: await make(factory, signer, painter.address, poet) };
const { undistributed } = await readSplitBalance(split, yen);
const parts = preview(undistributed, painter.address, poet);
console.log(`To divide: ${parts.map((part) => formatYen(part)).join(" and ")}`);
if (undistributed > 0n) {
  for (const line of await divideAll(split, signer, yen)) console.log(line);
}
if ((await creditOf(split, painter.address, yen)) > 0n) {
  const now = Date.now() / 1_000;
  const { amount } = await carry(split, signer, await redirect(split, painter, yen, to, now), now);
  console.log(`${to} got ${formatYen(amount)}`);
}
for await (const line of takeEverything(signer, factory, [split.address], to)) console.log(line);
provider.destroy();
