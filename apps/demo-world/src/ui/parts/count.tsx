import { useLocale } from "../world-context.tsx";

/** A number that lights up for a moment when it changes. */
export function Count({ value }: { value: number }) {
  const locale = useLocale();
  return (
    <span key={value} className="count">
      {value.toLocaleString(locale)}
    </span>
  );
}
