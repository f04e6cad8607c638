import { payeeOf, type SalePeople } from "../../../../sim/market/payee.ts";
import { type Share, shareOf } from "../../../../sim/market/share.ts";
import { formatYen } from "../../../../sim/money/yen.ts";
import type { SaleView } from "../../../../stores/world/market-store.ts";
import { useLanguage, useVisitState, useWorldWords } from "../../visit-context.tsx";

/** A creator, named in the visitor's language. */
export interface NamedCreator {
  readonly account: string;
  readonly name: string;
  readonly basisPoints: number;
}

interface ShareListProps {
  /** The sale's chain. */
  chain: string;
  /** Those who are paid on this chain. */
  creators: readonly NamedCreator[];
  shares: readonly Share[];
  seller?: string | undefined;
  phase?: SaleView["phase"] | undefined;
}

const PERCENT = 10_000;

/** Who gets how much: each creator by name, then whoever else is paid; each share as it lands. */
export function ShareList({ chain, creators, shares, seller = "", phase }: ShareListProps) {
  const words = useWorldWords();
  const own = words.panels.artwork;
  const language = useLanguage();
  const self = useVisitState("belongings", ({ account }) => account ?? "");
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 2 });
  const isTheirs = (account: string) => (one: { account: string }) =>
    one.account.toLowerCase() === account.toLowerCase();
  const others = shares.filter(({ payee }) => !creators.some(isTheirs(payee)));
  // What a work's maker sells is all its creators'; of anything else they have the royalty.
  const isResale =
    shares.some(({ role }) => role === "royalty") || others.some(({ role }) => role === "proceeds");
  const people: SalePeople = {
    ...{ chain, self, seller },
    creators: creators.map((one) => ({ ...one, chain })),
  };
  const part = (points: number) => {
    const text = percent.format(points / PERCENT);
    return isResale ? words.trade.shareOfRoyalty(text) : own.share(text);
  };
  return (
    <ul className="creators" aria-label={words.trade.whoGets}>
      {creators.map(({ name, account, basisPoints }) => (
        <Row
          key={account}
          account={account}
          name={isTheirs(self)({ account }) ? words.trade.you(name) : name}
          about={part(basisPoints)}
          share={shareOf(shares, account)}
          phase={phase}
        />
      ))}
      {others.map((share) => (
        <Row
          key={`${share.role}-${share.payee}`}
          account={share.payee}
          name={words.trade.payees[payeeOf(share, people).kind](short(share.payee))}
          about={words.trade.roles[share.role]}
          share={share}
          phase={phase}
        />
      ))}
    </ul>
  );
}

const short = (account: string) => `${account.slice(0, 6)}…${account.slice(-4)}`;

interface RowProps {
  account: string;
  name: string;
  about: string;
  share: Pick<Share, "amount" | "outcome"> | undefined;
  phase: SaleView["phase"] | undefined;
}

function Row({ account, name, about, share, phase }: RowProps) {
  const words = useWorldWords().panels.artwork;
  const language = useLanguage();
  const isSelling = phase === "buying" || phase === "landing" || phase === "sold";
  const amount = share === undefined ? "" : formatYen(share.amount, language);
  const landed = share?.outcome;
  return (
    <li data-landed={landed ?? "no"} data-payee={account}>
      <b>
        <bdi>{name}</bdi>
      </b>
      <span className="hint">{about}</span>
      {share !== undefined && (
        <span className="share-amount" role={isSelling ? "status" : undefined}>
          {landed !== undefined
            ? words[landed](amount)
            : isSelling
              ? words.waiting(amount)
              : amount}
        </span>
      )}
    </li>
  );
}
