import { useEffect, useRef } from "react";
import { LanguageSwitch } from "../parts/language-switch.tsx";
import { useVisitState, useWorldWords } from "../visit-context.tsx";
import { EnteringScreen } from "./entering-screen.tsx";
import { KeyScreen } from "./key-screen.tsx";
import { RecoverScreen } from "./recover-screen.tsx";
import { ReplacedScreen } from "./replaced-screen.tsx";
import { SeaBackdrop } from "./sea-backdrop.tsx";
import { TitleScreen } from "./title-screen.tsx";
import { UnlockScreen } from "./unlock-screen.tsx";
import { WhoScreen } from "./who-screen.tsx";

const SCREENS = {
  title: TitleScreen,
  who: WhoScreen,
  key: KeyScreen,
  unlock: UnlockScreen,
  recover: RecoverScreen,
  entering: EnteringScreen,
  replaced: ReplacedScreen,
} as const;

/** The way in, over the sea. */
export function ArrivalPage() {
  const words = useWorldWords();
  const stage = useVisitState("arrival", (state) => state.stage);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    // A new screen begins at its heading, for eyes and for screen readers; the first one where the browser begins.
    if (!first.current && stage !== "inside") main.current?.querySelector("h1")?.focus();
    first.current = false;
  }, [stage]);
  if (stage === "inside") return null;
  const Screen = SCREENS[stage];
  return (
    <div className="arrival" data-stage={stage}>
      <SeaBackdrop />
      <header className="arrival-top">
        <p className="wordmark" aria-hidden="true">
          <span lang="en">{words.name === "Ryugu" ? "Ryugu" : "竜宮"}</span>
        </p>
        <LanguageSwitch />
      </header>
      <main ref={main} className="arrival-main">
        <Screen />
      </main>
    </div>
  );
}
