export { WorldView } from "./world-view.tsx";
export type { ViewAssets, ViewStats, WorldViewProps } from "./world-view-props.ts";
