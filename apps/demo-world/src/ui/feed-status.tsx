import { useEffect, useState } from "react";
import type { FeedState } from "../stores/feed-store.ts";
import { WarningIcon } from "./parts/icons.tsx";
import type { Words } from "./words/index.ts";
import { useWords, useWorld, useWorldState } from "./world-context.tsx";
import { useZoneNames, type ZoneNames } from "./zone-names.ts";

const sentence = (feed: FeedState, names: ZoneNames, words: Words["feed"]): string => {
  const partner = feed.url === undefined ? "" : names.node(feed.url);
  switch (feed.phase) {
    case "waiting":
      return words.waiting;
    case "connecting":
      return feed.rounds > 0 ? words.offline : words.connecting(partner);
    case "live":
      return words.live(partner);
    case "offline":
      return words.offline;
  }
};

/** Which node the page hears, in one line that is read out when it changes. */
export function FeedStatus() {
  const words = useWords();
  const names = useZoneNames();
  const feed = useWorldState("feed", (state) => state);
  const trouble = feed.rounds > 0 && feed.phase !== "live";
  return (
    <p className="feed" data-phase={trouble ? "offline" : feed.phase} role="status">
      <span className="feed-dot" aria-hidden="true" />
      {sentence(feed, names, words.feed)}
    </p>
  );
}

const SHOWN_FOR = 20_000;

/** Tells for a while that the page went on to another node, and which. */
export function SwitchNotice() {
  const words = useWords();
  const names = useZoneNames();
  const last = useWorldState("feed", (state) => state.switches.at(-1));
  const [faded, setFaded] = useState<number>();

  useEffect(() => {
    if (last === undefined) return;
    const timer = setTimeout(() => setFaded(last.at), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [last]);

  const visible = last !== undefined && last.at !== faded;
  return (
    <div role="status" className="switch-place">
      {visible && (
        <p className="switch-notice">
          {words.feed.switched(names.node(last.from), names.node(last.to))}
        </p>
      )}
    </div>
  );
}

/** Says plainly that nobody answers, and that the page keeps trying. */
export function OfflineNotice() {
  const words = useWords();
  const { actions } = useWorld();
  const { phase, rounds, retryAt } = useWorldState("feed", (state) => state);
  const seconds = useSecondsUntil(retryAt);
  if (rounds === 0 || phase === "live") return null;
  return (
    <div className="notice notice-warning" role="alert">
      <WarningIcon />
      <div>
        <strong>{words.feed.offlineTitle}</strong>
        <p>{words.feed.offlineText}</p>
        <p aria-live="off">{words.feed.retryIn(seconds)}</p>
      </div>
      <button type="button" className="button" onClick={actions.retryNow}>
        {words.feed.retryNow}
      </button>
    </div>
  );
}

const secondsUntil = (time = 0) => Math.max(Math.ceil((time - Date.now()) / 1_000), 0);

function useSecondsUntil(time: number | undefined): number {
  const [seconds, setSeconds] = useState(() => secondsUntil(time));
  useEffect(() => {
    setSeconds(secondsUntil(time));
    const timer = setInterval(() => setSeconds(secondsUntil(time)), 500);
    return () => clearInterval(timer);
  }, [time]);
  return seconds;
}
