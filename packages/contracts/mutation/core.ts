import { readdirSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../scripts/forge.ts";

const REPRESENTATIONS = ["721", "1155", "20"].map((n) => `representations/Representation${n}`);

/** The contracts whose code the tests deploy. */
export const CONTRACTS: readonly string[] = [
  ...["Gateway", "GatewayModule", "CouncilModule", "Custody", "Vault", "ZoneFactory"],
  ...REPRESENTATIONS,
  ...["RoyaltyRouter", "MetadataReader", "SignatureChecker"],
  ...["payout/SplitFactory", "payout/Split", "payment/Erc20Rail", "payment/PrepaidRail"],
  ...["market/Market", "policies/PerBuyerCap"],
]
  .map((name) => `src/${name}.sol`)
  .concat("test/harness/ProtocolHarness.sol");

const FOLDERS = [
  ...["src/gateway", "src/custody", "src/libraries", "src/representations"],
  ...["src/payout", "src/payment", "src/market"],
];
const FILES = ["Custody", "Vault", "ZoneFactory", "policies/PerBuyerCap"].map(
  (name) => `src/${name}.sol`,
);

/** The sources that a mistake in would lose an asset: all of them are mutated. */
export function coreFiles(): string[] {
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(join(PACKAGE_ROOT, folder)).map((file) => `${folder}/${file}`),
  );
  return [...FILES, ...inFolders].filter((file) => file.endsWith(".sol")).sort();
}
