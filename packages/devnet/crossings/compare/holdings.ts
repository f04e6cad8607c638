/** Who holds how much of what, where: `chain home/token/id holder`, without what is zero. */
export type Holdings = Map<string, bigint>;

/** One holding on which two sides disagree. */
export interface Difference {
  place: string;
  chain: bigint;
  model: bigint;
}

/** The name of one holding. Holders are accounts in EIP-55 mixed case, and vaults by their counterpart. */
export const place = (
  chain: string,
  home: string,
  token: string,
  id: bigint,
  holder: string,
): string => `${chain} ${home}/${token}/${id} ${holder}`;

/** Every holding on which the chains and the model disagree, to the token. */
export function differences(chain: Holdings, model: Holdings): Difference[] {
  const places = new Set([...chain.keys(), ...model.keys()]);
  return [...places].flatMap((each) => {
    const [here, there] = [chain.get(each) ?? 0n, model.get(each) ?? 0n];
    return here === there ? [] : [{ place: each, chain: here, model: there }];
  });
}
