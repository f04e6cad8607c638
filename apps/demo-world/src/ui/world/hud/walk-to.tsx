import { useRef } from "react";
import type { Spot } from "../../../sim/place/place.ts";
import { placeOf } from "../../../sim/place/places.ts";
import { SignIcon } from "../parts/icons.tsx";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../visit-context.tsx";
import { artworkAt, isInUse, organisationAt } from "./spots.ts";

/** Where one can walk without seeing the picture: every spot of the place, as a list. */
export function WalkTo() {
  const words = useWorldWords().hud;
  const language = useLanguage();
  const { walkTo, walkThrough } = useActions();
  const place = useVisitState("place", (state) => state.place);
  const platform = useVisitState("place", ({ platforms, platform: slug }) => platforms[slug]);
  const fold = useRef<HTMLDetailsElement>(null);
  if (place === "corridor") return null;
  const name = ({ kind, id }: Spot) => {
    if (kind === "gifts") return words.walkToGifts;
    if (kind === "gate") return words.walkToGate;
    if (kind === "easel") return words.walkToEasel;
    if (kind === "market") return words.walkToMarket;
    if (kind === "artwork")
      return words.walkToArtwork(artworkAt(platform, id)?.title[language] ?? id);
    return words.walkToBooth(organisationAt(platform, id)?.name[language] ?? id);
  };
  const leave = (act: () => void) => () => {
    if (fold.current !== null) fold.current.open = false;
    act();
  };
  return (
    <details className="walk-to paper" ref={fold}>
      <summary>
        <SignIcon /> {words.walkTo}
      </summary>
      <ul>
        {placeOf(place)
          .spots.filter((spot) => isInUse(platform, spot))
          .map((spot) => (
            <li key={`${spot.kind}-${spot.id}`}>
              <button
                type="button"
                data-walk={`${spot.kind}-${spot.id}`}
                onClick={leave(() => walkTo(spot.kind, spot.id))}
              >
                {name(spot)}
              </button>
            </li>
          ))}
        <li>
          <button type="button" data-walk="corridor" onClick={leave(() => walkThrough("corridor"))}>
            {words.walkThrough}
          </button>
        </li>
      </ul>
    </details>
  );
}
