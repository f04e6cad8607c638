import { useLanguage } from "./creator-context.tsx";
import { exactText, moneyText } from "./money-text.ts";

/** An amount of yen; the last decimals are told on a closer look. */
export function Money({ units }: { units: bigint | string }) {
  const language = useLanguage();
  const text = moneyText(units, language);
  const exact = exactText(units, language);
  return (
    <span className="money" data-units={`${units}`} {...(exact === text ? {} : { title: exact })}>
      {text}
    </span>
  );
}
