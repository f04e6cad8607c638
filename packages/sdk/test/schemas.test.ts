import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { Wallet } from "ethers";
import { describe, expect, test } from "vitest";
import { buildSchemas } from "../scripts/published-schemas.ts";
import { readMetadata } from "../src/asset/index.ts";
import { inspectAvatar } from "../src/avatar/index.ts";
import {
  cashOutId,
  parseBankAccount,
  signCashOut,
  signClaim,
  toCashOutJson,
} from "../src/payout/index.ts";
import {
  deriveStatement,
  signStatement as signCreatorStatement,
} from "../src/payout/statement/index.ts";
import { address, bytes32, chainId } from "../src/primitives/index.ts";
import { signClaimCertificate, signStatement } from "../src/reserves/index.ts";
import { addLock, createPersonKey, lockKey } from "../src/wallet/index.ts";
import { BOND, issuerReport } from "./example-issuer-report.ts";
import { exampleCertificate, exampleStatement, exampleZone, issuer } from "./example-reserves.ts";
import { exampleStatus } from "./example-status.ts";
import { buildManifestBody, signedManifest } from "./example-zone.ts";
import { avatarGlb, avatarJson, avatarJson0 } from "./make-avatar.ts";
import { MARKETPLACE_METADATA } from "./marketplace-metadata.ts";
import { exampleMonth, exampleRequest } from "./payout/example-statement.ts";

const folder = join(import.meta.dirname, "..", "schemas");
const schemas = buildSchemas();
const plain = (value: unknown): Record<string, unknown> => JSON.parse(JSON.stringify(value));

/** Validates by the committed file, with a validator that knows nothing of Zod. */
function validator(name: string) {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    formats: { date: true, "date-time": true },
  });
  return ajv.compile(JSON.parse(readFileSync(join(folder, `${name}.schema.json`), "utf8")));
}

test("the committed schemas are the generated ones; if not, run scripts/schemas.ts", () => {
  expect(readdirSync(folder)).toEqual(Object.keys(schemas).sort());
  for (const [file, text] of Object.entries(schemas)) {
    expect(readFileSync(join(folder, file), "utf8"), file).toBe(text);
  }
});

test.each(Object.entries(schemas))("%s says what it is", (file, text) => {
  expect(JSON.parse(text)).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: expect.stringMatching(new RegExp(`^https://.+/${file}$`)),
    title: expect.stringMatching(/./),
    description: expect.stringMatching(/./),
  });
});

describe("asset-metadata", () => {
  const validate = validator("asset-metadata");

  test.each(Object.entries(MARKETPLACE_METADATA))(
    "accepts what was read of %s",
    (_what, { input }) => {
      const isValid = validate(plain(readMetadata(input).metadata));
      expect(validate.errors ?? []).toEqual([]);
      expect(isValid).toBe(true);
    },
  );

  test.each([
    ["no name", {}],
    ["a script for a link", { name: "a", image: "javascript:alert(1)" }],
    ["an unknown field", { name: "a", colour: "red" }],
    ["an unknown class", { name: "a", ryugu: { version: 1, class: "house" } }],
    ["another version", { name: "a", ryugu: { version: 2 } }],
  ])("refuses %s", (_what, metadata) => {
    expect(validate(metadata)).toBe(false);
  });
});

describe("avatar-inspection", () => {
  const validate = validator("avatar-inspection");

  test("accepts what the inspector says of either version, faults and all", () => {
    for (const json of [avatarJson(), avatarJson0()]) {
      json.nodes[0].children.push(999);
      const isValid = validate(plain(inspectAvatar(avatarGlb(json))));
      expect(validate.errors ?? []).toEqual([]);
      expect(isValid).toBe(true);
    }
  });

  test("refuses an inspection with a negative count or an unknown bone", () => {
    const inspection = inspectAvatar(avatarGlb(avatarJson()));
    const counts = { ...inspection.counts, triangles: -1 };
    expect(validate(plain({ ...inspection, counts }))).toBe(false);
    expect(validate(plain({ ...inspection, bones: [{ bone: "tail", node: 0 }] }))).toBe(false);
  });
});

describe("locked-key", () => {
  const validate = validator("locked-key");

  test("accepts a locked key, and refuses one with too few rounds or none", async () => {
    const key = await createPersonKey();
    const passphrase = "otter canal tulip";
    const passkey = {
      kind: "passkey",
      credentialId: "AAEC",
      prfOutput: new Uint8Array(32),
    } as const;
    const first = await lockKey(key, { kind: "passphrase", passphrase });
    const locked = plain(await addLock(first, key, passkey));
    expect(validate(locked), JSON.stringify(validate.errors)).toBe(true);
    const cheap = { ...first.locks[0], iterations: 1_000 };
    expect(validate({ ...locked, locks: [cheap] })).toBe(false);
    expect(validate({ ...locked, locks: [] })).toBe(false);
  });
});

describe("zone-manifest", () => {
  const validate = validator("zone-manifest");

  test("accepts a signed manifest, and refuses one with a short zone id or an unknown field", async () => {
    const manifest = await signedManifest(buildManifestBody(), 3);
    expect(validate(plain(manifest)), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...plain(manifest), zoneId: "0x12" })).toBe(false);
    expect(validate({ ...plain(manifest), extra: true })).toBe(false);
  });
});

describe("transfer-status", () => {
  const validate = validator("transfer-status");

  test("accepts a status, and refuses an unknown state", () => {
    expect(validate(exampleStatus), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...exampleStatus, state: "lost" })).toBe(false);
  });
});

describe("creator-statement", () => {
  const validate = validator("creator-statement");

  test("accepts what is signed, and refuses another kind of line and an amount that is no number", async () => {
    const derived = deriveStatement(exampleMonth(), exampleRequest());
    const validatorAddress = address(issuer.address);
    const statement = plain(await signCreatorStatement(issuer, validatorAddress, derived));
    expect(validate(statement), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(plain(derived))).toBe(false);
    const [line] = derived.lines;
    expect(validate({ ...statement, lines: [{ ...line, kind: "gift" }] })).toBe(false);
    expect(validate({ ...statement, lines: [{ ...line, fees: { units: "1e3", yen: "1" } }] })).toBe(
      false,
    );
  });
});

describe("cash-out and signed-cash-out", () => {
  test("accept what is signed and what is answered, and refuse a name in kanji and an unknown state", async () => {
    const signer = new Wallet(`0x${"01".repeat(32)}`);
    const account = parseBankAccount({
      ...{ bankCode: "0005", branchCode: "123", type: "ordinary", number: "1", holder: "ヤマダ" },
    });
    const units = 10n ** 21n;
    const payee = address(signer.address);
    const request = {
      ...{ redemption: payee, payee, account, units, validBefore: 9 },
      currency: { chain: chainId(1), address: payee, name: "Yen", version: "1" },
      idempotencyKey: bytes32(`0x${"02".repeat(32)}`),
    };
    const signed = plain(await signCashOut(signer, request));
    const isSigned = validator("signed-cash-out");
    expect(isSigned(signed), JSON.stringify(isSigned.errors)).toBe(true);
    expect(isSigned({ ...signed, account: { ...account, holder: "山田" } })).toBe(false);
    const cashOut = { id: cashOutId(request), payee, units, yen: 1_000n, fee: 0n };
    const answered = toCashOutJson({ ...cashOut, accountEnding: "001", state: "requested" });
    const isCashOut = validator("cash-out");
    expect(isCashOut(JSON.parse(answered)), JSON.stringify(isCashOut.errors)).toBe(true);
    expect(isCashOut({ ...JSON.parse(answered), state: "lost" })).toBe(false);
  });
});

describe("signed-claim", () => {
  const validate = validator("signed-claim");

  test("accepts what is signed, and refuses half a byte and an unknown field", async () => {
    const account = address(issuer.address);
    const signed = await signClaim(issuer, {
      ...{ chain: chainId(1), place: account, payee: account, currency: account, to: account },
      ...{ nonce: 0, deadline: 2_000_000_000 },
    });
    expect(validate(plain(signed)), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...signed, signature: "0x123" })).toBe(false);
    expect(validate({ ...signed, extra: true })).toBe(false);
  });
});

describe("reserve-statement and claim-certificate", () => {
  test("accept what is signed, and refuse each other and an unknown state", async () => {
    const zone = await exampleZone();
    const statement = plain(await signStatement(issuer, exampleStatement(zone)));
    const certificate = plain(await signClaimCertificate(issuer, exampleCertificate(zone)));
    const isStatement = validator("reserve-statement");
    const isCertificate = validator("claim-certificate");
    expect(isStatement(statement), JSON.stringify(isStatement.errors)).toBe(true);
    expect(isCertificate(certificate), JSON.stringify(isCertificate.errors)).toBe(true);
    expect(isStatement(certificate) || isCertificate(statement)).toBe(false);
    const [reserve] = exampleStatement(zone).reserves;
    expect(isStatement({ ...statement, reserves: [{ ...reserve, state: "fine" }] })).toBe(false);
  });
});

describe("issuer-reserve-report", () => {
  const validate = validator("issuer-reserve-report");

  test("accepts what is signed, and refuses gold, a fraction of a yen and an unknown field", async () => {
    const report = plain(await issuerReport());
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...report, holdings: [{ ...BOND, kind: "gold" }] })).toBe(false);
    expect(validate({ ...report, holdings: [{ ...BOND, marketValue: "0.5" }] })).toBe(false);
    expect(validate({ ...report, extra: true })).toBe(false);
  });
});
