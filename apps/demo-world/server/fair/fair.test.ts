import { address, chainId } from "@ryugu/sdk/primitives";
import { hexlify, randomBytes, Wallet } from "ethers";
import { expect, test } from "vitest";
import { ORGANISATIONS } from "../../content/organisations/index.ts";
import {
  APPLICATION_TYPES,
  applicationId,
  fairDomain,
  WITHDRAWAL_TYPES,
} from "../../src/sim/fair/application.ts";
import type { Application } from "../../src/sim/protocol/http.ts";
import { openWorldStore } from "../store/world-store.ts";
import { FAIR_TABLES, openApplicationBook } from "./application-book.ts";
import { type FairNews, openFair } from "./fair.ts";
import { linkedData } from "./linked-data.ts";

const CHAIN = chainId(31_001);
const NOW = Date.UTC(2026, 10, 22, 9);
const wallet = new Wallet(hexlify(randomBytes(32)));
const account = address(wallet.address);

function atTheFair() {
  const news: [string, FairNews][] = [];
  const store = openWorldStore(":memory:", [FAIR_TABLES]);
  const book = openApplicationBook(store);
  const fair = openFair({ chain: CHAIN, organisations: ORGANISATIONS, book, now: () => NOW });
  fair.subscribe((organisation, one) => news.push([organisation, one]));
  return { fair, news };
}

async function signed(changes: Partial<Application> = {}) {
  const application: Application = {
    organisation: "did:web:kujira-logistics.example",
    job: "route-planner",
    applicant: account,
    fields: [
      { name: "name", value: "Aiko 愛子" },
      { name: "email", value: "aiko@example.com" },
    ],
    issuedAt: NOW / 1_000,
    nonce: hexlify(randomBytes(32)),
    ...changes,
  };
  const domain = fairDomain(CHAIN);
  const signature = await wallet.signTypedData(domain, APPLICATION_TYPES, application);
  return { application, signature };
}

test("a good application comes in, and only its company hears of it", async () => {
  const { fair, news } = atTheFair();
  const { application, signature } = await signed();
  const id = fair.apply(application, signature, account);
  expect(id).toBe(applicationId(CHAIN, application));
  expect(news.map(([organisation]) => organisation)).toEqual(["kujira-logistics"]);
  expect(fair.book.ofOrganisation("kujira-logistics")).toEqual([
    { id, application, signature, receivedAt: NOW },
  ]);
  expect(fair.book.ofOrganisation("shiosai-energy")).toEqual([]);
});

const field = (name: string, value: string) => ({ name, value });
const REFUSED: [string, Partial<Application>][] = [
  ["organisation-unknown", { organisation: "did:web:nobody.example" }],
  ["job-unknown", { job: "emperor" }],
  ["field-missing", { fields: [field("name", "Aiko")] }],
  ["field-repeated", { fields: [field("name", "A"), field("name", "B"), field("email", "c")] }],
  ["field-unknown", { fields: [field("name", "A"), field("email", "b"), field("age", "21")] }],
  ["text", { fields: [field("name", "A\u202egnp.exe"), field("email", "b")] }],
  ["text", { fields: [field("name", " "), field("email", "b")] }],
  ["too-old", { issuedAt: NOW / 1_000 - 601 }],
  ["too-old", { issuedAt: NOW / 1_000 + 601 }],
  ["applicant", { applicant: "0x00000000000000000000000000000000000000aa" }],
];

test.each(REFUSED)("refused: %s", async (reason, changes) => {
  const { fair, news } = atTheFair();
  const { application, signature } = await signed(changes);
  expect(() => fair.apply(application, signature, account)).toThrow(
    expect.objectContaining({ code: "application-refused", reason }),
  );
  expect(news).toEqual([]);
});

test("a signature for another text, company or chain is worth nothing", async () => {
  const { fair } = atTheFair();
  const { application, signature } = await signed();
  const fault = expect.objectContaining({ reason: "signature" });
  const other = { ...application, job: "deck-officer" };
  expect(() => fair.apply(other, signature, account)).toThrow(fault);
  const elsewhere = await wallet.signTypedData(
    fairDomain(chainId(31_002)),
    APPLICATION_TYPES,
    application,
  );
  expect(() => fair.apply(application, elsewhere, account)).toThrow(fault);
});

test("one person has a bounded number standing", async () => {
  const { fair } = atTheFair();
  const applyOnce = async () => {
    const { application, signature } = await signed();
    fair.apply(application, signature, account);
  };
  for (let i = 0; i < 24; i++) await applyOnce();
  await expect(applyOnce()).rejects.toMatchObject({ reason: "too-many" });
});

test("what is taken back is gone, for the desk and for the person, and cannot come back", async () => {
  const { fair, news } = atTheFair();
  const { application, signature } = await signed();
  const id = fair.apply(application, signature, account);
  const withdrawal = { application: id, applicant: account, issuedAt: NOW / 1_000 };
  const word = await wallet.signTypedData(fairDomain(CHAIN), WITHDRAWAL_TYPES, withdrawal);
  const stranger = address("0x00000000000000000000000000000000000000aa");
  expect(() => fair.withdraw(withdrawal, word, stranger)).toThrow(/no such application/);
  expect(() => fair.withdraw(withdrawal, signature, account)).toThrow(/did not sign/);
  fair.withdraw(withdrawal, word, account);
  expect(news.at(-1)).toEqual(["kujira-logistics", { kind: "withdrawal", id }]);
  expect(fair.book.ofOrganisation("kujira-logistics")).toEqual([]);
  expect(fair.book.ofApplicant(account)).toEqual([]);
  expect(fair.book.withdrawnCount("kujira-logistics")).toBe(1);
  expect(() => fair.withdraw(withdrawal, word, account)).toThrow(/no such application/);
  expect(() => fair.apply(application, signature, account)).toThrow(
    expect.objectContaining({ reason: "nonce-used" }),
  );
});

test("every company's page is schema.org with all its postings, in both languages", () => {
  for (const organisation of ORGANISATIONS) {
    const text = JSON.stringify(linkedData(organisation));
    expect(text).toContain('"@context":"https://schema.org"');
    for (const { title } of organisation.jobs) {
      expect(text).toContain(JSON.stringify(title.ja));
      expect(text).toContain(JSON.stringify(title.en));
    }
  }
});
