// Sends a token of the local zone's person across, while `npm start` runs:
//   node main.ts ../../.ryugu/ready.json <collection> <token id>
import { readFile } from "node:fs/promises";
import { address } from "@ryugu/sdk/primitives";
import { readKeystoreFile } from "@ryugu/sdk/wallet/node";
import { readZone } from "@ryugu/sdk/zone";
import { JsonRpcProvider } from "ethers";
import type { Ready } from "./ready.ts";
import { sendAndFollow } from "./send-and-follow.ts";

const [readyFile, token, id] = process.argv.slice(2);
if (readyFile === undefined || token === undefined || id === undefined) {
  throw new Error("Usage: node main.ts <ready.json> <collection> <token id>");
}

const ready: Ready = JSON.parse(await readFile(readyFile, "utf8"));
const [from, to] = ready.chains;
const zone = readZone(await readFile(ready.zone.manifest, "utf8"), {
  zoneId: ready.zone.id,
  genesisSetHash: ready.zone.genesisSetHash,
});

const { keystore, passphrase } = ready.accounts.person;
const wallet = await readKeystoreFile(keystore, (await readFile(passphrase, "utf8")).trim());
const provider = new JsonRpcProvider(from.rpcUrl, undefined, { staticNetwork: true });
const signer = wallet.connect(provider);

const request = {
  origin: from.id,
  destination: to.id,
  token: address(token),
  ids: [BigInt(id)],
  recipient: wallet.address,
};
for await (const line of sendAndFollow(zone, signer, request)) console.log(line);
provider.destroy();
