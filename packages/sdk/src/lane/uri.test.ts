import fc from "fast-check";
import { CID } from "multiformats/cid";
import { create } from "multiformats/hashes/digest";
import { expect, test } from "vitest";
import { type Bytes32, bytesToHex } from "../primitives/index.ts";
import { type CarriedMetadata, metadataUri, RECORD_ZERO } from "./index.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const utf8 = (value: string) => new TextEncoder().encode(value);
const record = { ...RECORD_ZERO, prefix: utf8("https://meta.example/"), suffix: utf8(".json") };

test("templates put the id between prefix and suffix", () => {
  const uri = (metadata: CarriedMetadata, id: bigint) => text(metadataUri(metadata, record, id));
  expect(uri({ form: "decimal", record: 1 }, 42n)).toBe("https://meta.example/42.json");
  expect(uri({ form: "hex", record: 1 }, 255n)).toBe(
    `https://meta.example/${"ff".padStart(64, "0")}.json`,
  );
  expect(uri({ form: "constant", record: 1 }, 42n)).toBe("https://meta.example/.json");
  expect(uri({ form: "exact", record: 1, uri: utf8("ar://x") }, 42n)).toBe("ar://x");
  expect(uri({ form: "none" }, 42n)).toBe("");
});

test("content ids are written as multiformats writes them", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      const digest = bytesToHex(bytes) as Bytes32;
      const hash = create(0x12, bytes);
      const uri = (form: "cidV0" | "cidV1Raw" | "cidV1DagPb") =>
        text(metadataUri({ form, record: 0, digest }, RECORD_ZERO, 1n));
      expect(uri("cidV0")).toBe(`ipfs://${CID.createV0(hash)}`);
      expect(uri("cidV1Raw")).toBe(`ipfs://${CID.createV1(0x55, hash)}`);
      expect(uri("cidV1DagPb")).toBe(`ipfs://${CID.createV1(0x70, hash)}`);
    }),
  );
});
