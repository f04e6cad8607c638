import { ProblemNote } from "../parts/problem-note.tsx";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../visit-context.tsx";
import { BackupOffer } from "./backup-offer.tsx";
import { Panel } from "./panel.tsx";

/** The table with gifts: one for each person. */
export function GiftsPanel() {
  const words = useWorldWords().panels.gifts;
  const language = useLanguage();
  const { takeGift, imageUrl } = useActions();
  const gifts = useVisitState("place", ({ platforms, platform }) => platforms[platform]?.gifts);
  const items = useVisitState("belongings", (state) => state.items);
  const asked = useVisitState("belongings", (state) => state.asked);
  const hasOne = items.some(
    ({ home }) => home.contract.toLowerCase() === gifts?.collection.toLowerCase(),
  );
  const isAsking = asked?.phase === "asking";
  return (
    <Panel title={words.title} kind="gifts">
      <p>{hasOne ? words.taken : words.lead}</p>
      <p role="status">{isAsking && words.taking}</p>
      <ProblemNote problem={asked?.problem === undefined ? undefined : { code: asked.problem }} />
      {hasOne && <BackupOffer />}
      <ul className="gifts">
        {gifts?.kinds.map(({ kind, name, image }) => (
          <li key={kind}>
            <button
              type="button"
              className="gift"
              data-gift={kind}
              aria-label={words.take(name[language])}
              disabled={isAsking || hasOne}
              onClick={() => takeGift(kind)}
            >
              <img src={imageUrl(image)} alt="" width="160" height="160" loading="lazy" />
              <span>{name[language]}</span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
