import type { Theme } from "../../../stores/preferences-store.ts";
import type { ProblemWords } from "../../world/words/index.ts";
import type { FormWords } from "./form-words.ts";
import type { MoneyWords } from "./money-words.ts";

/** The words of the creator's desk, in one language. */
export interface CreatorWords extends MoneyWords, FormWords {
  title: string;
  lead: string;
  skip: string;
  language: string;
  theme: string;
  themes: Record<Theme, string>;
  footer: string;
  failed: string;
  zone: { loading: string; unavailable: string; refused: string; refusedText: string };
  node: {
    asking: string;
    live(partner: string): string;
    none: string;
    noneText: string;
  };
  who: {
    own: string;
    other: string;
    otherText: string;
    nobody: string;
    nobodyText: string;
    toWorld: string;
    account: string;
    lookAt: string;
    look: string;
    back: string;
    invalid: string;
    copy: string;
    copied: string;
    copyFailed: string;
    shared: string;
  };
  key: {
    open: string;
    close: string;
    opened: string;
    title: string;
    text: string;
    passkey: string;
    passphrase: string;
    submit: string;
    opening: string;
    cancel: string;
    needed: string;
    notYours: string;
  };
  problems: Record<string, ProblemWords>;
  unknownProblem: ProblemWords;
}
