import { RyuguError } from "@ryugu/sdk/errors";
import { describeReserves } from "../examples/check-issuer-reserves/check-issuer-reserves.ts";
import { SAMPLE_NOW, sampleReport } from "../examples/check-issuer-reserves/sample.ts";
import { keep } from "../examples/content-id/content-id.ts";
import { SAMPLE_BYTES } from "../examples/content-id/sample.ts";
import { describeAvatar } from "../examples/inspect-avatar/inspect-avatar.ts";
import { sampleAvatar } from "../examples/inspect-avatar/sample.ts";
import { describeMetadata } from "../examples/read-metadata/read-metadata.ts";
import { SAMPLE_METADATA } from "../examples/read-metadata/sample.ts";
import { sampleZone } from "../examples/verify-manifest/sample.ts";
import { describeZone } from "../examples/verify-manifest/verify-manifest.ts";

/** Runs the examples in the page; the test reads what they said from the page's text. */
async function run(): Promise<string[]> {
  const { uri, verified } = await keep(SAMPLE_BYTES);
  const { manifest, trust } = await sampleZone();
  const altered = manifest.replace(/http:/, "https:");
  return [
    `${uri} (${verified.length} bytes)`,
    ...describeAvatar(sampleAvatar()),
    ...describeMetadata(SAMPLE_METADATA),
    ...describeZone(manifest, trust),
    `one letter more: ${whyRefused(() => describeZone(altered, trust))}`,
    ...describeReserves(await sampleReport(), SAMPLE_NOW),
  ];
}

function whyRefused(call: () => unknown): string {
  try {
    call();
    return "not refused";
  } catch (error) {
    return error instanceof RyuguError ? error.code : String(error);
  }
}

const out = document.querySelector("#out");
run().then(
  (lines) => out?.append(lines.join("\n")),
  (error: unknown) => out?.append(`failed: ${error}`),
);
