import { readMetadata } from "@ryugu/sdk/asset";
import { memoryContentStore, parseIpfsUri } from "@ryugu/sdk/content";
import { RyuguError } from "@ryugu/sdk/errors";
import { expect, test } from "vitest";
import { composeMetadata } from "./compose-metadata.ts";

const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

/** A GLB with nothing in it but its JSON. */
function glb(json: object): Uint8Array {
  const chunk = Buffer.from(
    JSON.stringify(json).padEnd(Math.ceil(JSON.stringify(json).length / 4) * 4),
  );
  const head = Buffer.alloc(20);
  head.write("glTF", 0, "latin1");
  head.writeUInt32LE(2, 4);
  head.writeUInt32LE(20 + chunk.length, 8);
  head.writeUInt32LE(chunk.length, 12);
  head.write("JSON", 16, "latin1");
  return Buffer.concat([head, chunk]);
}
const MODEL = glb({ asset: { version: "2.0" } });

test("everything that the token names lies in the store, and reads back without a finding", async () => {
  const store = memoryContentStore();
  const { uri, metadata } = await composeMetadata(store, text({ name: "亀" }), {
    image: { bytes: PNG, file: "turtle.png" },
    model: { bytes: MODEL, file: "turtle.glb" },
  });
  const read = readMetadata(await store.get(parseIpfsUri(uri).id));
  expect(read).toEqual({ metadata, findings: [] });
  expect(await store.get(parseIpfsUri(metadata.image ?? "").id)).toEqual(PNG);
  const [model] = metadata.ryugu?.models ?? [];
  expect(model).toMatchObject({ use: "view", format: "glb", size: MODEL.length });
  expect(metadata.animation_url).toBe(model?.uri);
  expect(new Uint8Array(await store.get(parseIpfsUri(model?.uri ?? "").id))).toEqual(
    new Uint8Array(MODEL),
  );
});

test("what the metadata says already is kept", async () => {
  const own = {
    name: "亀",
    description: "d",
    animation_url: "https://a.example/x.mp4",
    ryugu: { version: 1, class: "nft" },
  };
  const { metadata } = await composeMetadata(memoryContentStore(), text(own), {
    model: { bytes: MODEL, file: "m.glb" },
  });
  expect(metadata).toMatchObject(own);
  expect(metadata.ryugu?.models).toHaveLength(1);
});

test.each([
  ["no name", { description: "d" }, {}, "invalid-metadata"],
  ["a script for a link", { name: "a", image: "javascript:alert(1)" }, {}, "invalid-metadata"],
  ["a list", [], {}, "metadata-not-object"],
  ["a picture that is none", { name: "a" }, { image: text("hello") }, "media-unsupported"],
  ["a model that is none", { name: "a" }, { model: PNG }, "media-unsupported"],
  [
    "a VRM of no version",
    { name: "a" },
    { model: glb({ extensions: { VRM: { specVersion: "9" } } }) },
    "media-unsupported",
  ],
])("%s is refused before anything is stored", async (_, source, files, code) => {
  const stored: Uint8Array[] = [];
  const store = memoryContentStore();
  const watched = {
    ...store,
    put: (bytes: Uint8Array) => {
      stored.push(bytes);
      return store.put(bytes);
    },
  };
  const attach = Object.entries(files).map(([key, bytes]) => [key, { bytes, file: key }]);
  const attempt = composeMetadata(watched, text(source), Object.fromEntries(attach));
  await expect(attempt).rejects.toThrow(RyuguError);
  await expect(attempt).rejects.toMatchObject({ code });
  expect(stored).toEqual([]);
});
