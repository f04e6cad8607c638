import fc from "fast-check";
import { expect, test } from "vitest";
import { parseContentId } from "./content-id.ts";
import { InvalidContentIdError, InvalidIpfsUriError } from "./errors.ts";
import { ipfsUri, parseIpfsUri } from "./ipfs-uri.ts";

const ID = parseContentId("bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku");
const V0 = "QmUNLLsPACCz1vLxQVkXqqLX5R1X345qqfHbsf67hvA3Nn";

test("reads what it writes, whatever the file names", () => {
  const name = fc
    .string({ minLength: 1, maxLength: 20, unit: "grapheme" })
    .filter((text) => text !== "." && text !== ".." && !/[/\\\p{Cc}\p{Cs}]/u.test(text));
  fc.assert(
    fc.property(fc.array(name, { maxLength: 4 }), (names) => {
      const path = names.map(encodeURIComponent).join("/");
      expect(parseIpfsUri(ipfsUri(ID, path))).toEqual({ id: ID, path });
    }),
  );
});

test("reads the forms found in NFT metadata", () => {
  expect(parseIpfsUri(`ipfs://${V0}/1.png`)).toEqual({ id: V0, path: "1.png" });
  expect(parseIpfsUri(`ipfs://ipfs/${V0}/a/b.json`)).toEqual({ id: V0, path: "a/b.json" });
  expect(parseIpfsUri(`IPFS://${ID}`)).toEqual({ id: ID, path: "" });
  expect(parseIpfsUri(`ipfs://${ID}/`)).toEqual({ id: ID, path: "" });
});

test.each([
  "https://example.com/x",
  `ipfs:/${ID}`,
  `ipfs://${ID}/../x`,
  `ipfs://${ID}/%2e%2e/x`,
  `ipfs://${ID}/a%2Fb`,
  `ipfs://${ID}/a%00`,
  `ipfs://${ID}/a%zz`,
  `ipfs://${ID}/%ff`,
  `ipfs://${ID}//x`,
  `ipfs://${ID}/a b`,
  `ipfs://${ID}/a?b`,
  `ipfs://${ID}/a#b`,
  `ipfs://${ID}/${"a".repeat(3_000)}`,
])("refuses %s", (uri) => {
  expect(() => parseIpfsUri(uri)).toThrow(InvalidIpfsUriError);
});

test("refuses a URI without a content id, and writes no path that it would refuse", () => {
  expect(() => parseIpfsUri("ipfs://example/1.png")).toThrow(InvalidContentIdError);
  expect(() => ipfsUri(ID, "../x")).toThrow(InvalidIpfsUriError);
});
