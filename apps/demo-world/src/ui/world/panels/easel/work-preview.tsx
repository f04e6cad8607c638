import { useId } from "react";
import type { WorkDraft } from "../../../../sim/making/draft.ts";
import { readPercent, WHOLE } from "../../../../sim/making/percent.ts";
import { readPrice } from "../../../../sim/money/whole-yen.ts";
import { formatYen } from "../../../../sim/money/yen.ts";
import { useLanguage, useVisitState, useWorldWords } from "../../visit-context.tsx";
import { joinNames } from "../../words/join-names.ts";

/** The work as it will hang, and what each creator gets when it is sold. */
export function WorkPreview({ draft }: { draft: WorkDraft }) {
  const words = useWorldWords().making;
  const language = useLanguage();
  const id = useId();
  const picture = useVisitState("making", (state) => state.picture);
  const price = readPrice(draft.price);
  const title = draft.title.trim();
  if (picture === undefined || title === "" || price === undefined) return null;
  // A whole yen has 18 decimals: every part of 10,000 of it is exact.
  const part = (percent: string) =>
    String((price * BigInt(readPercent(percent) ?? 0)) / BigInt(WHOLE));
  const makers = draft.creators.map(({ name }) => name.trim()).filter((name) => name !== "");
  return (
    <section className="work-preview" aria-labelledby={id}>
      <h3 id={id}>{words.preview}</h3>
      <div className="hung">
        <img src={picture.url} alt="" width={picture.width} height={picture.height} />
        <p className="plaque">
          <b>
            <bdi>{title}</bdi>
          </b>
          <bdi>{joinNames(makers, language)}</bdi>
          <strong>{formatYen(`${price}`, language)}</strong>
        </p>
      </div>
      <ul className="creators" aria-label={words.previewShares}>
        {draft.creators.map(({ name, account, percent }) => (
          <li key={`${account}-${name}`}>
            <b>
              <bdi>{name}</bdi>
            </b>
            <span className="share-amount">{formatYen(part(percent), language)}</span>
          </li>
        ))}
      </ul>
      <p className="hint">{words.resale}</p>
    </section>
  );
}
