import type { ReactNode } from "react";
import type { Panel } from "../../../stores/world/panel-store.ts";
import { BagIcon, GearIcon, HelpIcon } from "../parts/icons.tsx";
import { useActions, useVisitState, useWorldWords } from "../visit-context.tsx";

/** Belongings, settings, help. */
export function Dock() {
  const words = useWorldWords().hud;
  const count = useVisitState("belongings", ({ items }) => items.length);
  return (
    <div className="dock">
      <DockButton kind="belongings" label={words.belongings} count={count}>
        <BagIcon />
      </DockButton>
      <DockButton kind="settings" label={words.settings}>
        <GearIcon />
      </DockButton>
      <DockButton kind="help" label={words.help}>
        <HelpIcon />
      </DockButton>
    </div>
  );
}

interface DockButtonProps {
  kind: "belongings" | "settings" | "help";
  label: string;
  count?: number;
  children: ReactNode;
}

function DockButton({ kind, label, count = 0, children }: DockButtonProps) {
  const { open } = useActions();
  const isOpen = useVisitState("panel", (state) => state.open?.kind === kind);
  const panel: Panel = { kind };
  return (
    <button
      type="button"
      className="dock-button paper"
      aria-expanded={isOpen}
      data-dock={kind}
      onClick={() => open(isOpen ? undefined : panel)}
    >
      {children}
      <span className="dock-label">{label}</span>
      {count > 0 && <span className="dock-count">{count}</span>}
    </button>
  );
}
