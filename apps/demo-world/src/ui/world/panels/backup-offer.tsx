import { useActions, useVisitState, useWorldWords } from "../visit-context.tsx";

/** Offers a backup once something is owned by a key that was made here and has none. */
export function BackupOffer() {
  const words = useWorldWords().panels.belongings;
  const { open } = useActions();
  const isWanted = useVisitState(
    "belongings",
    ({ isOwnKey, isBackedUp, items }) => isOwnKey && !isBackedUp && items.length > 0,
  );
  if (!isWanted) return null;
  return (
    <div className="note" data-tone="info" data-offer="backup">
      <p>{words.backupText}</p>
      <button type="button" className="glass-button" onClick={() => open({ kind: "backup" })}>
        {words.backup}
      </button>
    </div>
  );
}
