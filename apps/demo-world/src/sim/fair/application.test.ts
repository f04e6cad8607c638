import { chainId } from "@ryugu/sdk/primitives";
import { Wallet } from "ethers";
import { expect, test } from "vitest";
import type { Application } from "../protocol/http.ts";
import {
  APPLICATION_TYPES,
  applicantOf,
  applicationId,
  fairDomain,
  WITHDRAWAL_TYPES,
  withdrawnBy,
} from "./application.ts";

const chain = chainId(31001);
const person = new Wallet(`0x${"17".repeat(32)}`);
const application: Application = {
  organisation: "did:web:shiosai.example",
  job: "tide-engineer",
  applicant: person.address,
  fields: [
    { name: "name", value: "青木 愛子" },
    { name: "email", value: "aiko@example.jp" },
  ],
  issuedAt: 1_795_000_000,
  nonce: `0x${"ab".repeat(32)}`,
};
const signature = await person.signTypedData(fairDomain(chain), APPLICATION_TYPES, application);

test("who signed an application is known", () => {
  expect(applicantOf(chain, application, signature)).toBe(person.address);
});

test.each<[string, Partial<Application>]>([
  ["another company", { organisation: "did:web:other.example" }],
  ["another job", { job: "captain" }],
  ["a field changed", { fields: [{ name: "name", value: "Somebody" }] }],
  ["a field more", { fields: [...application.fields, { name: "phone", value: "1" }] }],
  ["another applicant", { applicant: Wallet.createRandom().address }],
  ["another time", { issuedAt: 1 }],
])("a signature is worth nothing for %s", (_, change) => {
  const changed = { ...application, ...change };
  expect(applicantOf(chain, changed, signature)).toBeUndefined();
  expect(applicationId(chain, changed)).not.toBe(applicationId(chain, application));
});

test("a signature of another chain's fair, or none at all, is nobody's", () => {
  expect(applicantOf(chainId(31002), application, signature)).toBeUndefined();
  for (const wrong of ["0x", "0x00", `0x${"00".repeat(65)}`, "hello"]) {
    expect(applicantOf(chain, application, wrong)).toBeUndefined();
  }
});

test("only the applicant takes an application back", async () => {
  const withdrawal = {
    application: applicationId(chain, application),
    applicant: person.address,
    issuedAt: 1_795_000_100,
  };
  const own = await person.signTypedData(fairDomain(chain), WITHDRAWAL_TYPES, withdrawal);
  expect(withdrawnBy(chain, withdrawal, own)).toBe(person.address);
  const stranger = await Wallet.createRandom().signTypedData(
    fairDomain(chain),
    WITHDRAWAL_TYPES,
    withdrawal,
  );
  expect(withdrawnBy(chain, withdrawal, stranger)).toBeUndefined();
});
