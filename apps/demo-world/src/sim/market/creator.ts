import { safeLine } from "@ryugu/sdk/primitives";

/** Somebody who made a thing, by its metadata. */
export interface Creator {
  /** CAIP-2: the chain on which they are paid. */
  readonly chain: string;
  readonly account: string;
  readonly name?: string;
  readonly basisPoints: number;
}

const MAX_NAME = 60;
const MOST = 16;
const ACCOUNT = /^(eip155:[1-9][0-9]{0,15}):(0x[0-9a-fA-F]{40})$/;

/** The creators that a token's metadata names; those on other kinds of chains are left out. */
export function readCreators(
  told: readonly { account: string; name?: string | undefined; share: number }[] = [],
): Creator[] {
  return told.slice(0, MOST).flatMap(({ account, name, share }): Creator[] => {
    const [, chain, address] = ACCOUNT.exec(account) ?? [];
    if (chain === undefined || address === undefined) return [];
    const shown = safeLine(name ?? "", MAX_NAME);
    const named = shown === "" ? {} : { name: shown };
    return [{ chain, account: address, basisPoints: share, ...named }];
  });
}
