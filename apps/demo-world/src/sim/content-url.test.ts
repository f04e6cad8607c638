import fc from "fast-check";
import { expect, test } from "vitest";
import { readUri } from "./content-url.ts";

const ID = "bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy";

test("ipfs becomes a path of the page's own server", () => {
  expect(readUri(`ipfs://${ID}`)).toMatchObject({ kind: "ipfs", path: `/ipfs/${ID}` });
  expect(readUri(`ipfs://ipfs/${ID}/a b.png`)).toBeUndefined();
  expect(readUri(`ipfs://${ID}/a%20b/1.json`)).toMatchObject({ path: `/ipfs/${ID}/a%20b/1.json` });
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "http://example.org/",
  "file:///etc/passwd",
  "//example.org/x",
  "https://user:password@example.org/",
  `ipfs://${ID}/../../zone.json`,
  `ipfs://${ID}/%2e%2e/x`,
  "ipfs://../x",
  "https://exam\u202eple.org/",
  "",
])("%j is no link", (uri) => {
  expect(readUri(uri)).toBeUndefined();
});

test("whatever a stranger writes becomes https, a path under /ipfs/, or nothing", () => {
  const schemes = fc.constantFrom("https://", "ipfs://", "javascript:", "data:", "", "HTTPS://");
  fc.assert(
    fc.property(schemes, fc.string(), (scheme, rest) => {
      const read = readUri(scheme + rest);
      if (read?.kind === "https") expect(new URL(read.uri).protocol).toBe("https:");
      if (read?.kind === "ipfs") {
        expect(new URL(read.path, "http://here/").pathname.startsWith("/ipfs/")).toBe(true);
      }
    }),
  );
});
