import { lazy, Suspense, useMemo } from "react";
import { useStore } from "zustand";
import { chooseDetail, type Detail } from "../../sim/detail/detail.ts";
import type { AvatarRef } from "../../sim/protocol/references.ts";
import { FailureBoundary } from "../../ui/parts/failure-boundary.tsx";
import { useMedia } from "../../ui/parts/use-media.ts";
import { WORLD_WORDS } from "../../ui/world/words/index.ts";
import type { ViewAssets, ViewStats } from "../../view/index.ts";
import { looksOf } from "./belongings.ts";
import { imageUrl } from "./image-url.ts";
import { notice } from "./notices.ts";
import { PlanView } from "./plan-view.tsx";
import { Pointer } from "./pointer.tsx";
import { stepVisit } from "./step.ts";
import type { Visit } from "./visit.ts";

const WorldView = lazy(async () => ({ default: (await import("../../view/index.ts")).WorldView }));

/** The world as it is seen: in three dimensions, or as a map where the browser cannot. */
export function Scene({ visit }: { visit: Visit }) {
  const { stores, world } = visit;
  const platforms = useStore(stores.place, (state) => state.platforms);
  const drawing = useStore(stores.place, (state) => state.drawing);
  const isFlat = useStore(stores.place, (state) => state.isFlat);
  const shown = useStore(stores.place, (state) => state.detail);
  const { locale, motion, detail: wanted } = useStore(stores.settings);
  const isCalm = useMedia("(prefers-reduced-motion: reduce)");
  const assets = useMemo(() => assetsOf(visit), [visit]);
  const reducedMotion = isCalm || motion === "reduced";
  const detail: Detail = wanted === "auto" ? shown : wanted;
  const place = useStore(stores.place, (state) => state.place);
  const { hud } = WORLD_WORDS[locale];
  const label = hud.scene(hud.places[place]);
  const plan = <PlanView visit={visit} label={label} />;
  if (isFlat) return plan;
  return (
    <Pointer visit={visit} label={label}>
      <FailureBoundary instead={plan}>
        <Suspense fallback={null}>
          <WorldView
            key={drawing}
            world={world}
            platforms={platforms}
            assets={assets}
            crossing={() => stores.crossing.getState().crossing}
            detail={detail}
            reducedMotion={reducedMotion}
            locale={locale}
            onStep={(seconds) => stepVisit(visit, seconds)}
            onStats={(stats) => hearStats(visit, stats)}
            onProgress={(done, of) =>
              stores.arrival.setState(({ loaded }) => ({ loaded: { ...loaded, done, of } }))
            }
            onReady={() => {
              performance.mark("ryugu:ready");
              stores.arrival.setState(({ loaded }) => ({ loaded: { ...loaded, isReady: true } }));
            }}
            onAvatarProblem={() => notice(visit, "avatar-problem", "warning")}
            onContextLost={() => {
              notice(visit, "context-lost", "warning");
              stores.place.setState({ drawing: drawing + 1 });
            }}
          />
        </Suspense>
      </FailureBoundary>
    </Pointer>
  );
}

/** What drawing costs is on the page for whoever measures it. */
function hearStats({ stores }: Visit, stats: ViewStats): void {
  const root = document.documentElement.dataset;
  root.calls = String(stats.calls);
  root.triangles = String(stats.triangles);
  root.frame = stats.frame.toFixed(1);
  root.worn = stats.worn.join(" ");
  const { detail } = stores.place.getState();
  const next = chooseDetail(detail, stats);
  if (next !== detail) stores.place.setState({ detail: next });
}

function assetsOf(visit: Visit): ViewAssets {
  return {
    avatarUrl: (ref: AvatarRef) =>
      ref.kind === "own" ? `/avatars/${ref.id}.vrm` : imageUrl(visit, ref.cid),
    modelUrl: async (token) => (await looksOf(visit, token)).model,
    imageUrl: (cid) => imageUrl(visit, cid),
  };
}
