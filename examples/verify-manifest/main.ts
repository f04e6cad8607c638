// Verifies a zone's manifest, or a sample: node main.ts [manifest.json zoneId genesisSetHash]
import { readFile } from "node:fs/promises";
import { RyuguError } from "@ryugu/sdk/errors";
import { bytes32 } from "@ryugu/sdk/primitives";
import { sampleZone } from "./sample.ts";
import { describeZone } from "./verify-manifest.ts";

const [file, zoneId, genesisSetHash] = process.argv.slice(2);
const { manifest, trust } = file
  ? {
      manifest: await readFile(file, "utf8"),
      trust: { zoneId: bytes32(zoneId), genesisSetHash: bytes32(genesisSetHash) },
    }
  : await sampleZone();

for (const line of describeZone(manifest, trust)) console.log(line);

try {
  describeZone(manifest.replace(/http:/, "https:"), trust);
} catch (error) {
  if (!(error instanceof RyuguError)) throw error;
  console.log(`one letter more: ${error.code}`);
}
