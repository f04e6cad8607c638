import {
  checkpointDigest,
  councilActDigest,
  pauseDigest,
  recoverSigner,
  rotationDigest,
  validatorSet,
  verifyAttestation,
  zoneDomain,
} from "@ryugu/sdk/lane";
import { deriveStatement, parsePeriod, statementDigest } from "@ryugu/sdk/payout/statement";
import { type Bytes32, chainId } from "@ryugu/sdk/primitives";
import {
  type ClaimCertificateBody,
  type ReserveStatementBody,
  reservesDigest,
} from "@ryugu/sdk/reserves";
import { type ManifestBody, manifestDigest } from "@ryugu/sdk/zone";
import { TypedDataEncoder } from "ethers";
import { expect, test } from "vitest";
import { SET, VALIDATORS, ZONE_ID } from "../../test/model/attestations.ts";
import { accountOf, word } from "../../test/model/messages.ts";
import type { ValidatorSigner } from "../ports/signer.ts";

const on = { chain: chainId(7), gateway: accountOf("gateway") };
const checkpoint = { laneId: word("lane"), anchor: 0, sequence: 32, head: word("head") };

/** What every keeper of a validator's key must do. It is given the first validator's key of the model's zone. */
export function signerContract(name: string, open: () => Promise<ValidatorSigner>): void {
  const signedBy = async (digest: Bytes32, signature: string | Promise<string>) =>
    expect(recoverSigner(digest, await signature)).toBe(VALIDATORS[0]?.address);

  test(`${name}: a checkpoint`, async () => {
    const signer = await open();
    const attestation = await signer.sign(checkpoint);
    expect(attestation).toMatchObject({ ...checkpoint, validator: signer.validator });
    verifyAttestation(ZONE_ID, SET, attestation);
    await signedBy(checkpointDigest(ZONE_ID, checkpoint), attestation.signature);
  });

  test(`${name}: an act of the council, with whole numbers of any size`, async () => {
    const signer = await open();
    const fee = 2n ** 90n;
    const act = { counterpartChain: chainId(8), fee, collector: accountOf("collector"), quota: 3 };
    const decision = { on, nonce: 5, name: "SetTerms", act } as const;
    await signedBy(
      councilActDigest(ZONE_ID, on, 5, "SetTerms", act),
      signer.signDocument("council-act", decision),
    );
  });

  test(`${name}: a pause, a rotation, a manifest`, async () => {
    const signer = await open();
    const pause = {
      validator: signer.validator,
      counterpartChain: null,
      token: accountOf("token"),
      duration: 600,
      nonce: 0,
    };
    await signedBy(pauseDigest(ZONE_ID, on, pause), signer.signDocument("pause", { on, pause }));
    const rotation = { set: validatorSet(1, 3, SET.validators), validFrom: 0 };
    await signedBy(rotationDigest(ZONE_ID, rotation), signer.signDocument("rotation", rotation));
    const body = manifestBody();
    await signedBy(manifestDigest(body), signer.signDocument("manifest", body));
  });

  test(`${name}: a statement of reserves, a certificate of claims`, async () => {
    const signer = await open();
    const said = {
      zoneId: ZONE_ID,
      validator: signer.validator,
      issuedAt: "2026-11-22T00:00:00Z",
      chains: [{ id: on.chain, block: 9, hash: word("nine") }],
    };
    const statement: ReserveStatementBody = {
      ...said,
      schema: "ryugu-reserve-statement/1",
      day: "2026-11-22",
      reserves: [],
      unread: [],
      lanes: [],
    };
    await signedBy(reservesDigest(statement), signer.signDocument("statement", statement));
    const certificate: ClaimCertificateBody = {
      ...said,
      schema: "ryugu-claim-certificate/1",
      holder: accountOf("holder"),
      atHome: [],
      holdings: [],
    };
    await signedBy(reservesDigest(certificate), signer.signDocument("certificate", certificate));
  });

  test(`${name}: a creator's statement`, async () => {
    const signer = await open();
    const statement = creatorStatement();
    const { from, to } = statement.period;
    const digest = statementDigest(statement);
    const value = { zoneId: ZONE_ID, validator: signer.validator, period: `${from}/${to}`, digest };
    await signedBy(
      TypedDataEncoder.hash(zoneDomain(ZONE_ID), CREATOR_STATEMENT, value) as Bytes32,
      signer.signDocument("creator-statement", statement),
    );
  });
}

const CREATOR_STATEMENT = {
  CreatorStatement: [
    { name: "zoneId", type: "bytes32" },
    { name: "validator", type: "address" },
    { name: "period", type: "string" },
    { name: "digest", type: "bytes32" },
  ],
};

/** Of a creator who got nothing. */
export const creatorStatement = () =>
  deriveStatement(
    {
      chains: [
        { id: on.chain, fromBlock: 1, toBlock: 9, toHash: word("nine"), toTime: 1_800_000_000 },
      ],
      ...{ sales: [], shares: [], batches: [], refunds: [], claims: [] },
    },
    {
      ...{ zoneId: ZONE_ID, creator: { accounts: [accountOf("painter")] }, currencies: [] },
      period: parsePeriod("2026-11"),
    },
  );

function manifestBody(): ManifestBody {
  return {
    schema: "ryugu-zone-manifest/1",
    name: "signer-test",
    zoneId: ZONE_ID,
    genesisSetHash: word("set"),
    version: 3,
    issuedAt: "2026-11-22T00:00:00Z",
    epoch: 0,
    quorum: 3,
    partners: SET.validators.map((validator, i) => ({
      name: `Partner ${i}`,
      validator,
      nodeUrl: "http://127.0.0.1:1",
    })),
    chains: [
      {
        id: on.chain,
        name: "Seven",
        gateway: on.gateway,
        startBlock: 1,
        finality: { kind: "instant" },
        rpcUrls: ["http://127.0.0.1:1"],
      },
    ],
    platforms: [],
  };
}
