import * as z from "zod/mini";
import { assetMetadataSchema } from "../src/asset/index.ts";
import { avatarInspectionSchema } from "../src/avatar/index.ts";
import { signedOrderSchema, signedPurchaseSchema } from "../src/market/index.ts";
import { cashOutSchema, signedCashOutSchema, signedClaimSchema } from "../src/payout/index.ts";
import { signedStatementSchema } from "../src/payout/statement/index.ts";
import {
  claimCertificateSchema,
  issuerReserveReportSchema,
  reserveStatementSchema,
} from "../src/reserves/index.ts";
import { transferStatusSchema } from "../src/transfer/index.ts";
import { lockedKeySchema } from "../src/wallet/index.ts";
import { manifestSchema } from "../src/zone/index.ts";

const BASE = "https://github.com/ryugu-zone/ryugu/raw/main/packages/sdk/schemas";

/** One JSON Schema that is published beside the SDK. */
interface PublishedSchema {
  /** The file's name without `.schema.json`. */
  name: string;
  title: string;
  description: string;
  schema: z.ZodMiniType;
}

/** Every published schema. To publish another, add it here and run `scripts/schemas.ts`. */
const PUBLISHED: readonly PublishedSchema[] = [
  {
    name: "asset-metadata",
    title: "Asset metadata",
    description:
      "The metadata of an asset as Ryugu writes it: ERC-721 and ERC-1155 JSON with portable fields under `ryugu`.",
    schema: assetMetadataSchema,
  },
  {
    name: "avatar-inspection",
    title: "Avatar inspection",
    description: "What Ryugu's inspector says of an avatar (VRM 0.x and 1.0).",
    schema: avatarInspectionSchema,
  },
  {
    name: "locked-key",
    title: "Locked key",
    description:
      "A person's key, encrypted under a passphrase, passkeys, or both (ryugu-locked-key/1).",
    schema: lockedKeySchema,
  },
  {
    name: "zone-manifest",
    title: "Zone manifest",
    description: "A signed, versioned description of a zone: its chains, partners and platforms.",
    schema: manifestSchema,
  },
  {
    name: "transfer-status",
    title: "Transfer status",
    description: "Where one transfer stands, as a node answers it.",
    schema: transferStatusSchema,
  },
  {
    name: "signed-order",
    title: "Signed order",
    description: "An order that its seller signed (EIP-712), for whoever wants to buy by it.",
    schema: signedOrderSchema,
  },
  {
    name: "signed-purchase",
    title: "Signed purchase",
    description: "A purchase that its buyer signed (ERC-3009), for whoever pays its gas.",
    schema: signedPurchaseSchema,
  },
  {
    name: "signed-cash-out",
    title: "Signed cash-out",
    description: "A cash-out that its payee signed (ERC-3009), for the issuer of the yen token.",
    schema: signedCashOutSchema,
  },
  {
    name: "cash-out",
    title: "Cash-out",
    description: "A cash-out as it stands, as an issuer answers it.",
    schema: cashOutSchema,
  },
  {
    name: "creator-statement",
    title: "Creator statement",
    description:
      "What a creator got in a period, derived from what chains recorded, by a node's signed word (ryugu-creator-statement/1).",
    schema: signedStatementSchema,
  },
  {
    name: "signed-claim",
    title: "Signed claim",
    description:
      "A payee's signed order to pay out what a split or a payment rail has credited to them (EIP-712), for whoever pays its gas.",
    schema: signedClaimSchema,
  },
  {
    name: "reserve-statement",
    title: "Reserve statement",
    description:
      "A validator's signed daily statement of what every vault holds and owes, at stated final blocks (ryugu-reserve-statement/1).",
    schema: reserveStatementSchema,
  },
  {
    name: "claim-certificate",
    title: "Claim certificate",
    description:
      "A validator's signed word on what one holder has in each collection, at stated final blocks (ryugu-claim-certificate/1).",
    schema: claimCertificateSchema,
  },
  {
    name: "issuer-reserve-report",
    title: "Issuer's reserve report",
    description:
      "What the issuer of a yen currency holds and owes, by its own signed word: demand deposits, term deposits, short government bonds (ryugu-issuer-reserve-report/1).",
    schema: issuerReserveReportSchema,
  },
];

/** The text of every published JSON Schema (2020-12), by file name. */
export function buildSchemas(): Record<string, string> {
  return Object.fromEntries(
    PUBLISHED.map(({ name, title, description, schema }) => {
      const file = `${name}.schema.json`;
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "input" });
      const document = { $schema, $id: `${BASE}/${file}`, title, description, ...rest };
      return [file, `${JSON.stringify(document, null, 2)}\n`];
    }),
  );
}
