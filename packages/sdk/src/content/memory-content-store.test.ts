import type { ContentId } from "./content-id.ts";
import { contentStoreContract } from "./content-store.contract.ts";
import { memoryContentStore } from "./memory-content-store.ts";

contentStoreContract(() => {
  const entries = new Map<ContentId, Uint8Array>();
  return {
    store: memoryContentStore(entries),
    tamper(id) {
      const bytes = entries.get(id) ?? new Uint8Array(0);
      bytes[0] = (bytes[0] ?? 0) ^ 1;
    },
  };
});
