import { safeLine } from "@ryugu/sdk/primitives";
import { useCreatorState, useLanguage } from "./creator-context.tsx";

const MAX_NAME = 48;

/** What a chain is called: as the platform on it in the reader's language, or as the manifest has it. */
export function useChainName(): (chain: string) => string {
  const language = useLanguage();
  const purses = useCreatorState("money", (state) => state.purses);
  const manifest = useCreatorState("view", (state) => state.manifest);
  return (chain) => {
    const name = purses.find((purse) => purse.chain === chain)?.name;
    if (name !== undefined) return name[language];
    const known = manifest?.chains.find(({ id }) => id === chain)?.name;
    return known === undefined ? chain : safeLine(known, MAX_NAME);
  };
}
