import { useActions, useLanguage, useVisitState, useWorldWords } from "../visit-context.tsx";
import { artworkAt, isInUse, organisationAt } from "./spots.ts";

/** What one can do where one stands. */
export function SpotPrompt() {
  const words = useWorldWords().hud;
  const language = useLanguage();
  const { actHere: act } = useActions();
  const near = useVisitState("place", (state) => state.near);
  const platform = useVisitState("place", ({ platforms, platform: slug }) => platforms[slug]);
  const isPanelOpen = useVisitState("panel", (state) => state.open !== undefined);
  if (near === undefined || isPanelOpen) return null;
  const about =
    near.kind === "booth"
      ? organisationAt(platform, near.id)?.name[language]
      : near.kind === "artwork"
        ? artworkAt(platform, near.id)?.title[language]
        : undefined;
  return (
    <button
      type="button"
      className="spot-prompt paper"
      data-spot={near.kind}
      data-spot-id={near.id}
      onClick={act}
    >
      <kbd>{words.key}</kbd>
      <span>
        {isInUse(platform, near) ? words.prompts[near.kind] : words.emptyFrame}
        {about !== undefined && <span className="spot-about">{about}</span>}
      </span>
    </button>
  );
}
