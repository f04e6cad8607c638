import { LangEn } from "ethers";

/** The English list of BIP-39. Loaded when it is needed: it is larger than all that uses it. */
export interface WordList {
  /** The word at an index from 0 to 2047. */
  wordAt(index: number): string;
  /** A word's index, or -1. */
  indexOf(word: string): number;
}

/** The list; ethers checks it against its hash when it is first used. */
export function englishWords(): WordList {
  const list = LangEn.wordlist();
  return {
    wordAt: (index) => list.getWord(index),
    indexOf: (word) => list.getWordIndex(word),
  };
}
