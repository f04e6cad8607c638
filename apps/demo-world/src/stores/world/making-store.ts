import { createStore } from "zustand/vanilla";
import type { WorkDraft } from "../../sim/making/draft.ts";
import type { Making } from "../../sim/making/making.ts";

/** A picture that was chosen, as it will be sent. */
export interface ChosenPicture {
  readonly blob: Blob;
  /** For an image on the page. */
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** A work that one is making. */
export interface MakingState {
  /** Undefined until somebody stands at the easel. */
  draft?: WorkDraft | undefined;
  picture?: ChosenPicture | undefined;
  isReadingPicture: boolean;
  pictureProblem?: string | undefined;
  /** The work on its way; undefined while it is only a draft. */
  making?: Making | undefined;
  isBusy: boolean;
  problem?: string | undefined;
}

/** Starts with nothing on the easel. */
export const createMakingStore = () =>
  createStore<MakingState>(() => ({ isReadingPicture: false, isBusy: false }));
