import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi } from "../../test/harness/api.ts";

interface Operation {
  summary?: string;
  responses: Record<string, unknown>;
}

interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

let api: TestApi;
let document: Document;
beforeAll(async () => {
  api = await startTestApi();
  document = (await (await fetch(`${api.base}/openapi.json`)).json()) as Document;
});
afterAll(() => api.close());

test("the document is OpenAPI 3.1, by a validator that knows nothing of us", async () => {
  const { valid, errors } = await new Validator().validate({ ...structuredClone(document) });
  expect([valid, errors ?? []]).toEqual([true, []]);
  expect(document.openapi).toBe("3.1.0");
});

test("every route says what it does and how it refuses", () => {
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, { summary, responses }] of Object.entries(operations)) {
      expect([path, method, summary]).toEqual([path, method, expect.stringMatching(/\.$/)]);
      expect([path, Object.keys(responses)]).toEqual([
        path,
        expect.arrayContaining(["200", "401", "403", "429", "500"]),
      ]);
    }
  }
});

test("the published document is the one that the node answers", () => {
  const published = new URL("../../../../docs/reference/node-api.json", import.meta.url);
  expect(JSON.parse(readFileSync(fileURLToPath(published), "utf8"))).toEqual(document);
});
