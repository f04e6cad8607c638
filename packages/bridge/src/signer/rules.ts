import {
  CHECKPOINT_TYPES,
  type CouncilActName,
  councilActTypes,
  PAUSE_TYPES,
  ROTATION_TYPES,
  rotationDigest,
  type StructTypes,
  validatorSet,
  zoneDomain,
} from "@ryugu/sdk/lane";
import { readStatement, type Statement, statementDigest } from "@ryugu/sdk/payout/statement";
import { address, type Bytes32, parseShape } from "@ryugu/sdk/primitives";
import {
  claimCertificateSchema,
  reserveStatementSchema,
  reservesDigest,
} from "@ryugu/sdk/reserves";
import { manifestBodySchema, manifestDigest } from "@ryugu/sdk/zone";
import { TypedDataEncoder } from "ethers";
import * as z from "zod/mini";

/** A message as the signer reads it. */
export type Message = Readonly<Record<string, unknown>>;

/** Something that a validator says once only, and what it says there. */
export interface Commitment {
  place: string;
  value: string;
}

/** What a signer checks of one type of EIP-712 data before it signs. */
export interface SigningRule {
  types: StructTypes;
  /** Whether it counts for the zone or for one gateway. */
  scope: "zone" | "gateway";
  /** The digest that the document leads to; it must be the message's. Throws where the document is not of its kind. */
  digestOf?(document: unknown, message: Message): Bytes32;
  /** What this binds the validator to for ever. */
  commits?(message: Message, digest: Bytes32): Commitment;
}

const word = (type: string, name: string) => ({ type, name });
const OF_DOCUMENT = { zoneId: word("bytes32", "zoneId"), digest: word("bytes32", "digest") };
const validator = word("address", "validator");

const rotationSchema = z.strictObject({
  set: z.strictObject({ epoch: z.int(), quorum: z.int(), validators: z.array(z.string()) }),
  validFrom: z.int(),
});
const statementBody = z.omit(reserveStatementSchema, { signature: true });
const certificateBody = z.omit(claimCertificateSchema, { signature: true });

/** A document of its kind, as it was sent: its digest is of these very words. */
function as<T>(schema: z.ZodMiniType<T>, document: unknown, what: string): T {
  parseShape(schema, document, what);
  return document as T;
}

const CREATOR_STATEMENT = {
  CreatorStatement: [OF_DOCUMENT.zoneId, validator, word("string", "period"), OF_DOCUMENT.digest],
};

/** What does not add up is not signed, whoever derived it. */
function creatorStatementDigest(document: unknown, message: Message): Bytes32 {
  readStatement(document);
  const statement = document as Statement;
  const { zoneId, period } = statement;
  return TypedDataEncoder.hash(zoneDomain(zoneId), CREATOR_STATEMENT, {
    ...{ zoneId, validator: message.validator, digest: statementDigest(statement) },
    period: `${period.from}/${period.to}`,
  }) as Bytes32;
}

const rotation: SigningRule = {
  types: ROTATION_TYPES,
  scope: "zone",
  digestOf: (document, { zoneId }) => {
    const { set, validFrom } = parseShape(rotationSchema, document, "A rotation");
    const seats = set.validators.map((each) => address(each));
    return rotationDigest(zoneId as Bytes32, {
      set: validatorSet(set.epoch, set.quorum, seats),
      validFrom,
    });
  },
  commits: ({ from }, digest) => ({ place: `rotation/${from}`, value: digest }),
};

const acts: readonly CouncilActName[] = [
  "OpenLane",
  "RetireLane",
  "SetTerms",
  "SetLimit",
  "SetDefaultLimit",
  "ListToken",
  "ProposePolicy",
  "ExtendPause",
  "LiftPause",
  "Halt",
  "ReAnchor",
  "ProposeWindDown",
  "CancelWindDown",
];

/** Everything that a signer signs, by the EIP-712 type. What is not here is refused, whoever asks. */
export const SIGNING_RULES: ReadonlyMap<string, SigningRule> = new Map<string, SigningRule>([
  [
    "Checkpoint",
    {
      types: CHECKPOINT_TYPES,
      scope: "zone",
      commits: ({ laneId, anchor, sequence, head }) => ({
        place: `checkpoint/${laneId}/${anchor}/${sequence}`,
        value: `${head}`,
      }),
    },
  ],
  ["Rotation", rotation],
  ["Pause", { types: PAUSE_TYPES, scope: "gateway" }],
  ...acts.map((name): [string, SigningRule] => [
    name,
    { types: councilActTypes(name), scope: "gateway" },
  ]),
  [
    "ZoneManifest",
    {
      types: {
        ZoneManifest: [OF_DOCUMENT.zoneId, word("uint64", "version"), OF_DOCUMENT.digest],
      },
      scope: "zone",
      digestOf: (document) => manifestDigest(as(manifestBodySchema, document, "A manifest")),
      commits: ({ version }, digest) => ({ place: `manifest/${version}`, value: digest }),
    },
  ],
  [
    "ReserveStatement",
    {
      types: {
        ReserveStatement: [
          OF_DOCUMENT.zoneId,
          validator,
          word("string", "day"),
          OF_DOCUMENT.digest,
        ],
      },
      scope: "zone",
      digestOf: (document) => reservesDigest(as(statementBody, document, "A statement")),
    },
  ],
  [
    "ClaimCertificate",
    {
      types: {
        ClaimCertificate: [
          OF_DOCUMENT.zoneId,
          validator,
          word("address", "holder"),
          OF_DOCUMENT.digest,
        ],
      },
      scope: "zone",
      digestOf: (document) => reservesDigest(as(certificateBody, document, "A certificate")),
    },
  ],
  [
    "CreatorStatement",
    {
      types: CREATOR_STATEMENT,
      scope: "zone",
      digestOf: creatorStatementDigest,
    },
  ],
]);
