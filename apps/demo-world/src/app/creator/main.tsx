/** The creator's desk: the composition root. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { loadPreferences } from "../../services/preferences.ts";
import { createCreatorStores } from "../../stores/creator/index.ts";
import type { CreatorActions } from "../../ui/creator/actions.ts";
import { CreatorProvider } from "../../ui/creator/creator-context.tsx";
import { CreatorPage } from "../../ui/creator/creator-page.tsx";
import "../../ui/creator/styles/index.css";
import { applyPreferences } from "../apply-preferences.ts";
import { cashOutActions } from "./cash-out.ts";
import { claimActions } from "./claim.ts";
import { createDesk } from "./desk.ts";
import { keyActions } from "./key.ts";
import { lookAtAddress } from "./look.ts";
import { openZone } from "./open-zone.ts";
import { statementActions } from "./statement.ts";

const stores = createCreatorStores(loadPreferences(navigator.languages));
const desk = createDesk(stores);
const actions: CreatorActions = {
  ...keyActions(desk),
  ...claimActions(desk),
  ...statementActions(desk),
  ...cashOutActions(desk),
  wantItem: (token) => desk.look?.items.want(token),
  lookAt(account) {
    location.hash = account === undefined ? "" : account;
  },
};

applyPreferences(stores);
const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <CreatorProvider value={{ stores, actions }}>
        <CreatorPage />
      </CreatorProvider>
    </StrictMode>,
  );
}
addEventListener("hashchange", () => lookAtAddress(desk));
if (await openZone(desk, new AbortController().signal)) lookAtAddress(desk);
