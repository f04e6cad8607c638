import { useSyncExternalStore } from "react";
import { useLocale } from "../world-context.tsx";

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
const TICK = 5_000;

/** One clock for every moment on the page, running only while one is shown. */
const listeners = new Set<() => void>();
let ticker: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  ticker ??= setInterval(() => {
    now = Date.now();
    for (const tell of listeners) tell();
  }, TICK);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticker);
    ticker = undefined;
  };
}

interface MomentProps {
  /** Unix seconds. */
  time: number;
  /** `ago` counts from now, `date` writes date and time. */
  as?: "ago" | "date";
}

/** A moment in the visitor's words. */
export function Moment({ time, as = "ago" }: MomentProps) {
  const locale = useLocale();
  useSyncExternalStore(subscribe, () => now);
  const date = new Date(time * 1_000);
  if (Number.isNaN(date.getTime())) return null;
  const exact = date.toLocaleString(locale, { dateStyle: "medium", timeStyle: "medium" });
  return (
    <time dateTime={date.toISOString()} title={exact}>
      {as === "date" ? exact : ago(Math.round(time - Date.now() / 1_000), locale)}
    </time>
  );
}

function ago(seconds: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
  const size = Math.abs(seconds);
  if (size < MINUTE) return format.format(Math.trunc(seconds), "second");
  if (size < HOUR) return format.format(Math.trunc(seconds / MINUTE), "minute");
  if (size < DAY) return format.format(Math.trunc(seconds / HOUR), "hour");
  return format.format(Math.trunc(seconds / DAY), "day");
}
