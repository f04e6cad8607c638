import fc from "fast-check";
import { expect, test } from "vitest";
import { address, chainId } from "../../primitives/index.ts";
import { InvalidSiweMessageError } from "./errors.ts";
import type { SiweMessage } from "./message.ts";
import { createNonce } from "./nonce.ts";
import { createSiweMessage, parseSiweMessage } from "./text.ts";

const FIELDS: SiweMessage = {
  domain: "world.example",
  address: address("0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2"),
  uri: "https://minato.example/",
  version: "1",
  chain: chainId(31_337),
  nonce: "32891757",
  issuedAt: "2021-09-30T16:25:24.000Z",
};
const TEXT = createSiweMessage(FIELDS);

const unit = (characters: string) => fc.constantFrom(...characters);
const words = (characters: string, minLength: number) =>
  fc.string({ unit: unit(characters), minLength, maxLength: 40 });
const ALNUM = "ABCXYZabcxyz0189";
const uri = fc.webUrl({ withQueryParameters: true, withFragments: true });
const time = fc
  .date({ noInvalidDate: true, min: new Date(0), max: new Date("2200-01-01") })
  .map((date) => date.toISOString());

const fields = fc.record(
  {
    scheme: fc.constantFrom("https", "http", "ryugu+x"),
    domain: fc.tuple(fc.domain(), fc.nat(65_535)).map(([host, port]) => `${host}:${port}`),
    address: fc
      .uint8Array({ minLength: 20, maxLength: 20 })
      .map((bytes) => address(`0x${Buffer.from(bytes).toString("hex")}`)),
    statement: words(`${ALNUM} :/?#[]@!$&'()*+,;=-._~`, 1),
    uri,
    version: fc.constant("1" as const),
    chain: fc.integer({ min: 1 }).map((number) => chainId(number)),
    nonce: words(ALNUM, 8),
    issuedAt: time,
    expirationTime: time,
    notBefore: time,
    requestId: words(`${ALNUM}:@!$&'()*+,;=-._~`, 0),
    resources: fc.array(uri, { maxLength: 5 }),
  },
  { requiredKeys: ["domain", "address", "uri", "version", "chain", "nonce", "issuedAt"] },
);

test("every message that can be written is read back as it was", () => {
  fc.assert(
    fc.property(fields, (message) => {
      expect(parseSiweMessage(createSiweMessage(message))).toEqual(message);
    }),
  );
});

test("every text that can be read is written back as it was", () => {
  const edit = fc.tuple(
    fc.nat(TEXT.length),
    fc.nat(3),
    fc.string({ unit: unit("\n -:/A1"), maxLength: 3 }),
  );
  fc.assert(
    fc.property(edit, ([at, cut, insert]) => {
      const text = TEXT.slice(0, at) + insert + TEXT.slice(at + cut);
      let message: SiweMessage;
      try {
        message = parseSiweMessage(text);
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidSiweMessageError);
        return;
      }
      expect(createSiweMessage(message)).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test.each<[string, object]>([
  ["a second line in the statement", { statement: "Hello\nURI: https://evil.example" }],
  ["a statement in another alphabet", { statement: "こんにちは" }],
  ["an empty statement", { statement: "" }],
  ["a path in the domain", { domain: "world.example/path" }],
  ["a domain that is only a port", { domain: ":80" }],
  ["a domain that is only a user", { domain: "me@" }],
  ["a relative URI", { uri: "/login" }],
  ["a URI with a space", { uri: "https://world.example/a b" }],
  ["a URI with a broken escape", { uri: "https://world.example/%zz" }],
  ["a URI with an open bracket", { uri: "https://[::1" }],
  ["a long URI", { uri: `https://world.example/${"a".repeat(3_000)}` }],
  ["an address in lower case", { address: FIELDS.address.toLowerCase() }],
  ["an address in upper case", { address: `0x${FIELDS.address.slice(2).toUpperCase()}` }],
  ["chain 0", { chain: "eip155:0" }],
  ["a chain with a leading zero", { chain: "eip155:01" }],
  ["a nonce with a dash", { nonce: "1234-5678" }],
  ["a day that is none", { issuedAt: "2023-02-29T00:00:00Z" }],
  ["an hour that is none", { issuedAt: "2023-02-28T24:00:00Z" }],
  ["an offset that is none", { issuedAt: "2023-02-28T00:00:00+24:00" }],
  ["a time without its zone", { notBefore: "2023-02-28T00:00:00" }],
  ["a date alone", { expirationTime: "2023-02-28" }],
  ["a request id with a slash", { requestId: "a/b" }],
  ["a resource that is no URI", { resources: ["https://a.example", "b"] }],
  ["too many resources", { resources: Array.from({ length: 65 }, () => "a:b") }],
  ["a number for a text", { nonce: 32_891_757 }],
])("does not write %s", (_, wrong) => {
  expect(() => createSiweMessage({ ...FIELDS, ...wrong } as SiweMessage)).toThrow(
    InvalidSiweMessageError,
  );
});

test.each([
  ["nothing", ""],
  ["a line after the end", `${TEXT}\n`],
  ["text after the end", `${TEXT}\nI agree to everything.`],
  ["Windows line ends", TEXT.replaceAll("\n", "\r\n")],
  ["a field twice", TEXT.replace("Version: 1", "Version: 1\nVersion: 1")],
  ["a header of a sister standard", TEXT.replace("Ethereum", "Solana")],
  ["an empty scheme", `://${TEXT}`],
  ["a resource without its mark", `${TEXT}\nResources:\nhttps://a.example`],
  ["a megabyte", `${TEXT}\nResources:${"\n- a:b".repeat(200_000)}`],
])("does not read %s", (_, text) => {
  expect(() => parseSiweMessage(text)).toThrow(InvalidSiweMessageError);
});

test.each([undefined, null, 3, {}, ["a"]])("does not read %j, which is no text", (value) => {
  expect(() => parseSiweMessage(value as unknown as string)).toThrow(InvalidSiweMessageError);
});

test("hostile texts cost no time", () => {
  const long = "a".repeat(2_000);
  const start = performance.now();
  for (const text of [
    `${long}@`,
    `${long}:`,
    `a:${"/".repeat(2_000)} `,
    `a://${"@".repeat(2_000)}`,
    `a:${"%41".repeat(600)}%`,
  ]) {
    expect(() => createSiweMessage({ ...FIELDS, uri: text, domain: `${text} ` })).toThrow();
  }
  expect(performance.now() - start).toBeLessThan(5_000);
});

test("says which fields are wrong", () => {
  const wrong = { ...FIELDS, nonce: "short", uri: undefined } as unknown as SiweMessage;
  expect(() => createSiweMessage(wrong)).toThrow(/uri is missing\nnonce is not valid/);
});

test("a nonce has 128 bits and comes from the randomness that is given", () => {
  expect(createNonce((length) => new Uint8Array(length).fill(0xab))).toBe("ab".repeat(16));
  expect(createNonce()).toMatch(/^[0-9a-f]{32}$/);
  expect(createNonce()).not.toBe(createNonce());
});
