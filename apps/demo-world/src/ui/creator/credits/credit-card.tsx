import { claimCommand } from "../../../sim/creator/claim-command.ts";
import type { WaitingCredit } from "../../../sim/creator/credit.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { useCreatorState, useCreatorWords } from "../creator-context.tsx";
import { KeyGate } from "../key-gate.tsx";
import { Money } from "../money.tsx";
import { useChainName } from "../names.ts";
import { ClaimForm } from "./claim-form.tsx";

/** One credit: how much, where, why it waits, and the ways to take it. */
export function CreditCard({ credit }: { credit: WaitingCredit }) {
  const words = useCreatorWords().credits;
  const chainName = useChainName();
  const { key, amount, chain, reason } = credit;
  return (
    <article className="credit" data-credit={key} data-reason={reason}>
      <p className="credit-amount">
        <strong>
          <Money units={amount} />
        </strong>{" "}
        <span className="hint">{words.at(chainName(chain))}</span>
      </p>
      <p>{words.reasons[reason]}</p>
      <KeyGate>
        <ClaimForm credit={credit} />
      </KeyGate>
      <Alone credit={credit} />
    </article>
  );
}

function Alone({ credit }: { credit: WaitingCredit }) {
  const words = useCreatorWords();
  const rpcUrl =
    useCreatorState("money", ({ purses }) => purses.find(({ chain }) => chain === credit.chain))
      ?.rpcUrl ?? "";
  const to = credit.reason === "payable" ? undefined : "0x…";
  const command = claimCommand(credit, { rpcUrl, to });
  return (
    <details className="fold">
      <summary>{words.credits.alone}</summary>
      <p className="hint">{words.credits.aloneText}</p>
      <div className="command">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
        <pre tabIndex={0}>
          <code>{command}</code>
        </pre>
        <CopyButton
          value={command}
          label={words.credits.copy}
          copied={words.who.copied}
          failed={words.who.copyFailed}
        />
      </div>
    </details>
  );
}
