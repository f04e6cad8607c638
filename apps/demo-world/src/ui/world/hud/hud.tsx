import { CorridorPanel } from "../corridor/corridor-panel.tsx";
import { PanelSlot } from "../panels/panel-slot.tsx";
import { useVisitState } from "../visit-context.tsx";
import { Chat } from "./chat.tsx";
import { Dock } from "./dock.tsx";
import { Emotes } from "./emotes.tsx";
import { LinkState } from "./link-state.tsx";
import { Notices } from "./notices.tsx";
import { PlaceTitle } from "./place-title.tsx";
import { SpotPrompt } from "./spot-prompt.tsx";
import { ThumbStick } from "./thumb-stick.tsx";
import { WalkTo } from "./walk-to.tsx";

/** Everything that lies over the world. */
export function Hud() {
  const isCorridor = useVisitState("place", ({ place }) => place === "corridor");
  return (
    <div className="hud" data-corridor={isCorridor}>
      <header className="hud-top">
        <PlaceTitle />
        <div className="hud-news">
          <LinkState />
          <Notices />
        </div>
        <Dock />
      </header>
      <nav className="hud-left">
        <WalkTo />
      </nav>
      <main className="hud-middle">
        {isCorridor ? <CorridorPanel /> : <SpotPrompt />}
        <PanelSlot />
      </main>
      <footer className="hud-bottom">
        {!isCorridor && <Chat />}
        {!isCorridor && <Emotes />}
      </footer>
      <ThumbStick />
    </div>
  );
}
