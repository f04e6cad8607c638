import { expect, test } from "vitest";
import { computeContentId } from "./compute-content-id.ts";
import type { ContentId } from "./content-id.ts";
import type { ContentStore } from "./content-store.ts";
import { ContentMismatchError, ContentNotFoundError, ContentTooLargeError } from "./errors.ts";

/** A store under test, and the fault that only its own kind can have. */
export interface ContentStoreFixture {
  store: ContentStore;
  /** Changes the bytes that lie in the store, keeping their number, behind its back. */
  tamper(id: ContentId): void | Promise<void>;
}

/** Bytes that look random and are the same every time for one seed. */
export function sampleBytes(size: number, seed = 1): Uint8Array {
  const out = new Uint8Array(size);
  let state = seed >>> 0 || 1;
  for (let i = 0; i < size; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    out[i] = state;
  }
  return out;
}

/** What holds for every {@link ContentStore}. `fixture` is asked for once a test. */
export function contentStoreContract(fixture: () => ContentStoreFixture): void {
  test.each([
    ["no bytes", 0],
    ["one byte", 1],
    ["one whole chunk", 262_144],
    ["several chunks", 300 * 1024],
  ])("gives back %s", async (_, size) => {
    const { store } = fixture();
    const bytes = sampleBytes(size, size + 1);
    const id = await store.put(bytes);
    expect(id).toBe(await computeContentId(bytes));
    expect(await store.has(id)).toBe(true);
    expect(await store.get(id)).toEqual(bytes);
  });

  test("says that it does not hold what it was never given", async () => {
    const { store } = fixture();
    const small = await computeContentId(sampleBytes(10, 99));
    const large = await computeContentId(sampleBytes(300_000, 99));
    for (const id of [small, large]) {
      expect(await store.has(id)).toBe(false);
      await expect(store.get(id)).rejects.toThrow(ContentNotFoundError);
    }
  });

  test("never gives out bytes that were tampered with", async () => {
    const { store, tamper } = fixture();
    const bytes = sampleBytes(5_000, 2);
    const id = await store.put(bytes);
    await tamper(id);
    await expect(store.get(id)).rejects.toThrow(ContentMismatchError);
  });

  test("refuses to read more than it was allowed to", async () => {
    const { store } = fixture();
    for (const size of [1_000, 400_000]) {
      const bytes = sampleBytes(size, 3);
      const id = await store.put(bytes);
      await expect(store.get(id, { maxBytes: size - 1 })).rejects.toThrow(ContentTooLargeError);
      expect(await store.get(id, { maxBytes: size })).toEqual(bytes);
    }
  });

  test("keeps the same bytes once, however often and at the same time they are put", async () => {
    const { store } = fixture();
    const bytes = sampleBytes(280_000, 4);
    const ids = await Promise.all(Array.from({ length: 8 }, () => store.put(bytes)));
    expect(new Set([...ids, await store.put(bytes)]).size).toBe(1);
    expect(await store.get(await computeContentId(bytes))).toEqual(bytes);
  });

  test("takes different bytes at the same time", async () => {
    const { store } = fixture();
    const all = Array.from({ length: 12 }, (_, index) => sampleBytes(1_000 * index, index + 5));
    const ids = await Promise.all(all.map((bytes) => store.put(bytes)));
    expect(await Promise.all(ids.map((id) => store.get(id)))).toEqual(all);
  });

  test("does not share its bytes with its callers", async () => {
    const { store } = fixture();
    const bytes = sampleBytes(100, 6);
    const putting = store.put(bytes);
    bytes.fill(0);
    const id = await putting;
    (await store.get(id)).fill(0);
    expect(await store.get(id)).toEqual(sampleBytes(100, 6));
  });
}
