import fc from "fast-check";
import { expect, test } from "vitest";
import { base64urlToBytes, bytesToBase64url } from "./base64url.ts";

test("writes and reads as Node does", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      const text = bytesToBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString("base64url"));
      expect(base64urlToBytes(text)).toEqual(bytes);
    }),
  );
});
