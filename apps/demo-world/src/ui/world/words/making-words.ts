import type { DraftFault } from "../../../sim/making/draft.ts";
import type { MakingStep } from "../../../sim/making/making.ts";

/** The words of the easel. */
export interface MakingWords {
  title: string;
  lead: string;
  /** To the creator's desk. */
  desk: string;
  pictureChoose: string;
  pictureReading: string;
  pictureAgain: string;
  pictureAlt: string;
  pictureHint: string;
  titleLabel: string;
  aboutLabel: string;
  creators: string;
  creatorsHint: string;
  creator(number: number): string;
  creatorName: string;
  creatorAccount: string;
  creatorPart: string;
  removeCreator(number: number): string;
  you: string;
  addCreator: string;
  divideEvenly: string;
  sum(percent: string): string;
  priceLabel: string;
  priceHint: string;
  preview: string;
  previewShares: string;
  resale: string;
  faults: Record<DraftFault, string>;
  missing(faults: string): string;
  make: string;
  makeText: string;
  steps: string;
  step: Record<MakingStep, { next: string; now: string; done: string }>;
  stopped: string;
  stoppedMade: string;
  goOn: string;
  change: string;
  leave: string;
  done: string;
  see: string;
  another: string;
}
