import type { TransferStatus } from "@ryugu/sdk/transfer";
import { type Step, transferSteps } from "../../sim/steps.ts";
import { useWords } from "../world-context.tsx";
import { useZoneNames } from "../zone-names.ts";

/** A transfer's steps as a string of beads: sent, final, one for each signature, arrived. */
export function Beads({ status }: { status: TransferStatus }) {
  const words = useWords();
  const names = useZoneNames();
  const steps = transferSteps(status);
  const { state, signers, quorum } = status;
  const signed = Math.min(signers.length, quorum);
  const label = words.transfer.progress(words.transfer.state[state], signed, quorum);
  const hint = (step: Step) => {
    if (step.kind !== "signature")
      return words.transfer[
        step.kind === "delivered" ? "delivered" : step.kind === "sent" ? "sent" : "final"
      ];
    const partner = step.signer && (names.validator(step.signer) ?? words.transfer.unknownSigner);
    return `${words.transfer.signature(step.number ?? 0)}: ${partner ?? words.transfer.awaited}`;
  };
  return (
    <span className="beads" role="img" aria-label={label}>
      {steps.map((step) => (
        <span
          key={`${step.kind}${step.number ?? ""}`}
          className="bead"
          data-kind={step.kind}
          data-phase={step.phase}
          title={hint(step)}
        >
          {step.number}
        </span>
      ))}
    </span>
  );
}
