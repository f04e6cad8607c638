import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { startTestApi, type TestApi } from "../../test/harness/api.ts";
import {
  type ApiDocument,
  bodiesOf,
  collectExamples,
  withExamples,
} from "../../test/harness/api-examples.ts";

let api: TestApi;
let document: ApiDocument;
beforeAll(async () => {
  api = await startTestApi();
  document = (await (await fetch(`${api.base}/openapi.json`)).json()) as ApiDocument;
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

const PUBLISHED = new URL("../../../../docs/reference/node-api.json", import.meta.url);
const published = (): ApiDocument => JSON.parse(readFileSync(fileURLToPath(PUBLISHED), "utf8"));

test("the published document is the one that the node answers, with examples", () => {
  const bare = published();
  for (const { body } of bodiesOf(bare)) delete body.example;
  expect(bare).toEqual(document);
});

test("every answer has an example, made by a node, that its own schema takes", async () => {
  const examples = await collectExamples();
  const wanted = bodiesOf(document).filter(({ status }) => Number(status) < 400);
  for (const { key } of wanted) expect([...examples.keys()]).toContain(key);
  for (const each of [published(), withExamples(document, examples)]) {
    for (const { key, body } of bodiesOf(each)) {
      const { error } = z
        .fromJSONSchema(body.schema as z.core.JSONSchema.JSONSchema)
        .safeParse(body.example);
      expect([key, error?.issues]).toEqual([key, undefined]);
    }
  }
});
