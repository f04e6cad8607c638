import { isSameToken } from "../../../../sim/belongings/belonging.ts";
import { isAwayFromHome } from "../../../../sim/market/payee.ts";
import { shareOf } from "../../../../sim/market/share.ts";
import { formatYen } from "../../../../sim/money/yen.ts";
import type { TokenRef } from "../../../../sim/protocol/references.ts";
import type { Selling } from "../../../../stores/world/trade-store.ts";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { useLanguage, useVisitState, useWorldWords } from "../../visit-context.tsx";
import { joinNames } from "../../words/join-names.ts";
import { ShareList } from "../sale/share-list.tsx";
import { namedCreators } from "./named-creators.ts";

interface SaleTermsProps {
  token: TokenRef;
  selling: Selling | undefined;
  /** Whether the chain is being asked for this price. */
  isAsking: boolean;
}

/** What a sale at this price would pay, and to whom. */
export function SaleTerms({ token, selling, isAsking }: SaleTermsProps) {
  const words = useWorldWords().trade;
  const language = useLanguage();
  const account = useVisitState("belongings", (state) => state.account ?? "");
  const creators = useVisitState(
    "belongings",
    ({ items }) => items.find((one) => isSameToken(one.token, token))?.creators,
  );
  const preview = selling?.preview;
  const problem = selling?.problem;
  const names = (creators ?? []).map((one) => one.name ?? words.unnamedCreator);
  const isAway = isAwayFromHome({ chain: token.chain, creators: creators ?? [] });
  const mine = preview && shareOf(preview.shares, account)?.amount;
  return (
    <>
      <ProblemNote problem={problem === undefined ? undefined : { code: problem }} />
      <p
        role="status"
        className={preview === undefined ? "hint" : "you-get"}
        data-you-get={mine ?? ""}
      >
        {preview === undefined
          ? isAsking && problem === undefined && words.asking
          : words.youGet(formatYen(mine ?? "0", language))}
      </p>
      {preview !== undefined && (
        <>
          <p className="hint">{preview.isFirst ? words.isFirst : words.isResale}</p>
          <ShareList
            chain={token.chain}
            creators={isAway ? [] : namedCreators(creators ?? [], words.unnamedCreator)}
            shares={preview.shares}
            seller={account}
          />
          {isAway && (
            <p className="hint" data-royalty="home">
              {words.royaltyGoesHome(joinNames(names, language))}
            </p>
          )}
        </>
      )}
    </>
  );
}
