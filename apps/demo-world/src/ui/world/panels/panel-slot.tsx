import { tokenRefKey } from "../../../sim/belongings/belonging.ts";
import { useVisitState } from "../visit-context.tsx";
import { ArtworkPanel } from "./artwork-panel.tsx";
import { BackupPanel } from "./backup-panel.tsx";
import { BelongingsPanel } from "./belongings-panel.tsx";
import { BoothPanel } from "./booth-panel.tsx";
import { EaselPanel } from "./easel/easel-panel.tsx";
import { GatePanel } from "./gate-panel.tsx";
import { GiftsPanel } from "./gifts-panel.tsx";
import { HelpPanel } from "./help-panel.tsx";
import { MarketPanel } from "./market/market-panel.tsx";
import { SellPanel } from "./market/sell-panel.tsx";
import { SettingsPanel } from "./settings-panel.tsx";

/** The open panel, if one is. */
export function PanelSlot() {
  const open = useVisitState("panel", (state) => state.open);
  switch (open?.kind) {
    case undefined:
      return null;
    case "booth":
      return <BoothPanel key={open.organisation} organisation={open.organisation} />;
    case "artwork":
      return <ArtworkPanel key={open.spot} spot={open.spot} />;
    case "easel":
      return <EaselPanel />;
    case "market":
      return <MarketPanel key={open.offer ?? ""} offer={open.offer} />;
    case "sell":
      return <SellPanel key={tokenRefKey(open.token)} token={open.token} />;
    case "gifts":
      return <GiftsPanel />;
    case "gate":
      return <GatePanel />;
    case "belongings":
      return <BelongingsPanel />;
    case "settings":
      return <SettingsPanel />;
    case "help":
      return <HelpPanel />;
    case "backup":
      return <BackupPanel />;
  }
}
