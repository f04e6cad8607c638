import type { TokenRef } from "../../sim/protocol/references.ts";
import type { HeldModel } from "./flatten.ts";
import { createParcel } from "./parcel.ts";
import { readModel } from "./read-model.ts";

const KEPT = 32;

/** What people hold, each thing read once. */
export interface ItemLibrary {
  /** A thing's model, a parcel where it has none; never rejects. */
  read(token: TokenRef): Promise<HeldModel>;
  dispose(): void;
}

/** The same text for the same token. */
export const tokenKey = ({ chain, contract, id }: TokenRef) =>
  `${chain}/${contract.toLowerCase()}/${id}`;

/** See {@link ItemLibrary}. */
export function createItemLibrary(
  urlOf: (token: TokenRef) => Promise<string | undefined>,
): ItemLibrary {
  const models = new Map<string, Promise<HeldModel>>();
  const parcel = createParcel();

  async function readOrWrap(token: TokenRef): Promise<HeldModel> {
    try {
      const url = await urlOf(token);
      return (url === undefined ? undefined : await readModel(url)) ?? parcel;
    } catch {
      // A thing whose picture does not come is still carried: wrapped.
      models.delete(tokenKey(token));
      return parcel;
    }
  }

  return {
    read(token) {
      const key = tokenKey(token);
      const known = models.get(key);
      if (known !== undefined) return known;
      const [oldest] = models.keys();
      if (models.size >= KEPT && oldest !== undefined) models.delete(oldest);
      const model = readOrWrap(token);
      models.set(key, model);
      return model;
    },
    dispose() {
      for (const model of models.values()) {
        model.then(
          ({ geometry, material }) => {
            geometry.dispose();
            material.map?.dispose();
            material.dispose();
          },
          () => undefined,
        );
      }
      models.clear();
    },
  };
}
