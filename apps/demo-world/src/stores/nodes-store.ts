import { createStore } from "zustand/vanilla";
import type { LaneCounts, Vault } from "../sim/node-api.ts";
import type { NodeView } from "../sim/node-health.ts";

/** What the zone's nodes say of themselves, the lanes and the vaults. */
export interface NodesState {
  nodes: readonly NodeView[];
  /** Undefined until a node has told. */
  lanes?: readonly LaneCounts[];
  vaults?: readonly Vault[];
}

/** Starts with no nodes: the manifest names them. */
export const createNodesStore = () => createStore<NodesState>(() => ({ nodes: [] }));
