import type { ReactNode } from "react";
import { ArrivalPage } from "./arrival/arrival-page.tsx";
import { Hud } from "./hud/hud.tsx";
import { LoadingVeil } from "./hud/loading-veil.tsx";
import { useVisitState } from "./visit-context.tsx";

/** The whole page: the way in, or the world with what lies over it. */
export function WorldPage({ children }: { children: ReactNode }) {
  const isInside = useVisitState("arrival", (state) => state.stage === "inside");
  if (!isInside) return <ArrivalPage />;
  return (
    <div className="world">
      {children}
      <LoadingVeil />
      <Hud />
    </div>
  );
}
