import type { Creator } from "../../../../sim/market/creator.ts";
import type { NamedCreator } from "../sale/share-list.tsx";

/** A thing's creators as they are shown; who gave no name is shown as somebody. */
export const namedCreators = (creators: readonly Creator[], unnamed: string): NamedCreator[] =>
  creators.map(({ account, basisPoints, name = unnamed }) => ({ account, basisPoints, name }));
