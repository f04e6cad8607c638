/** The page's composition root: makes the stores, starts the services, draws. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { Feed } from "../services/feed.ts";
import type { ItemReader } from "../services/item-reader.ts";
import { loadPreferences } from "../services/preferences.ts";
import { createWorldStores } from "../stores/index.ts";
import { Page } from "../ui/page.tsx";
import "../ui/styles/index.css";
import { type WorldActions, WorldProvider } from "../ui/world-context.tsx";
import { applyPreferences } from "./apply-preferences.ts";
import { linkSelection } from "./link-selection.ts";
import { openZone } from "./open-zone.ts";
import { runFeed, runItems, runNodes } from "./run-world.ts";

const stores = createWorldStores(loadPreferences(navigator.languages));
const { signal } = new AbortController();
let feed: Feed | undefined;
let items: ItemReader | undefined;
const actions: WorldActions = {
  wantItem: (token) => items?.want(token),
  retryNow: () => feed?.retryNow(),
};

applyPreferences(stores);
linkSelection(stores);
const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <WorldProvider value={{ stores, actions }}>
        <Page />
      </WorldProvider>
    </StrictMode>,
  );
}

const manifest = await openZone(stores, signal);
if (manifest !== undefined) {
  items = runItems(stores, manifest, signal);
  runNodes(stores, manifest, signal);
  feed = runFeed(stores, manifest, signal);
}
