/** The world: the composition root. Makes the stores and the visit, gives the overlay its actions, draws. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { KEPT, readKept, readKeptJson } from "../../services/world/storage.ts";
import { readVisitor } from "../../sim/arrival/arrival.ts";
import { createVisitStores } from "../../stores/world/index.ts";
import type { VisitActions } from "../../ui/world/actions.ts";
import "../../ui/world/styles/index.css";
import { VisitProvider } from "../../ui/world/visit-context.tsx";
import { WorldPage } from "../../ui/world/world-page.tsx";
import { bodyActions } from "./act.ts";
import { arrivalActions, prepareArrival } from "./arrive.ts";
import { belongingActions } from "./belongings.ts";
import { fairActions } from "./fair.ts";
import { retryCrossing } from "./gate.ts";
import { imageUrl } from "./image-url.ts";
import { hearKeys } from "./keyboard.ts";
import { makingActions } from "./making.ts";
import { saleActions } from "./sale.ts";
import { Scene } from "./scene.tsx";
import { sellingActions } from "./selling.ts";
import { applySettings, loadSettings } from "./settings.ts";
import { createVisit } from "./visit.ts";

const stores = createVisitStores(loadSettings());
const visitor = readVisitor(readKeptJson(KEPT.visitor));
if (visitor !== undefined) {
  stores.arrival.setState({ visitor, isReturning: readKept(KEPT.key) !== undefined });
}
const visit = createVisit(stores);
const actions: VisitActions = {
  ...arrivalActions(visit),
  ...bodyActions(visit),
  ...belongingActions(visit),
  ...fairActions(visit),
  ...saleActions(visit),
  ...sellingActions(visit),
  ...makingActions(visit),
  retryCrossing: () => retryCrossing(visit),
  set: (settings) => stores.settings.setState(settings),
  imageUrl: (cid) => imageUrl(visit, cid),
};

applySettings(stores);
hearKeys(visit);
const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <VisitProvider value={{ stores, actions }}>
        <WorldPage>
          <Scene visit={visit} />
        </WorldPage>
      </VisitProvider>
    </StrictMode>,
  );
}
prepareArrival(visit);
