import { useEffect } from "react";
import { type TokenReference, tokenKey } from "../../sim/item.ts";
import { useCreator, useCreatorState, useLanguage } from "./creator-context.tsx";

/** What is known of a work; it is read when it is first shown. */
export function useWork(token: TokenReference | undefined) {
  const { actions } = useCreator();
  const key = token === undefined ? "" : tokenKey(token);
  const item = useCreatorState("money", ({ items }) => items[key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which token
  useEffect(() => {
    if (token !== undefined) actions.wantItem(token);
  }, [actions, key]);
  return item;
}

interface WorkNameProps {
  token: TokenReference | undefined;
  /** Said where it has no name, or none that can be read. */
  unnamed: string;
}

/** A work's picture and name. */
export function WorkName({ token, unnamed }: WorkNameProps) {
  const language = useLanguage();
  const item = useWork(token);
  const known = typeof item === "object" ? item : undefined;
  return (
    <span className="work">
      {known?.picture === undefined ? (
        <span className="work-picture" data-empty="true" />
      ) : (
        <img className="work-picture" src={known.picture} alt="" width="40" height="40" />
      )}
      <bdi className="work-name">{known?.name?.[language] ?? unnamed}</bdi>
    </span>
  );
}
