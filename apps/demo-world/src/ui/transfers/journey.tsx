import type { TransferStatus } from "@ryugu/sdk/transfer";
import { type Step, transferSteps } from "../../sim/steps.ts";
import { Moment } from "../parts/moment.tsx";
import { useWords } from "../world-context.tsx";
import { useZoneNames } from "../zone-names.ts";

/** A transfer's steps in order, each with who or when. */
export function Journey({ status }: { status: TransferStatus }) {
  const words = useWords();
  const steps = transferSteps(status);
  const extra = status.signers.slice(status.quorum);
  const names = useZoneNames();
  return (
    <>
      <h3>{words.transfer.journey}</h3>
      <ol className="journey">
        {steps.map((step) => (
          <li
            key={`${step.kind}${step.number ?? ""}`}
            data-phase={step.phase}
            data-kind={step.kind}
          >
            <span className="bead" data-kind={step.kind} data-phase={step.phase} aria-hidden="true">
              {step.number}
            </span>
            <StepWords step={step} status={status} />
          </li>
        ))}
      </ol>
      {extra.length > 0 && (
        <p className="muted journey-extra">
          +{" "}
          {extra
            .map((signer) => names.validator(signer) ?? words.transfer.unknownSigner)
            .join(", ")}
        </p>
      )}
    </>
  );
}

function StepWords({ step, status }: { step: Step; status: TransferStatus }) {
  const words = useWords();
  const names = useZoneNames();
  if (step.kind === "signature") {
    const signer = step.signer && (names.validator(step.signer) ?? words.transfer.unknownSigner);
    return (
      <span>
        {words.transfer.signature(step.number ?? 0)}{" "}
        <strong>{signer ?? (step.phase === "done" ? "" : words.transfer.awaited)}</strong>
      </span>
    );
  }
  const time =
    step.kind === "sent"
      ? status.sent.time
      : step.phase === "done"
        ? status.delivered?.time
        : undefined;
  const name = {
    sent: words.transfer.sent,
    final: words.transfer.final,
    delivered: words.transfer.delivered,
    parked: words.transfer.state.parked,
    returned: words.transfer.state.returned,
  }[step.kind];
  return (
    <span>
      {name}{" "}
      <span className="muted">
        {step.kind !== "final" && time !== undefined && <Moment time={time} as="date" />}
        {step.phase !== "done" && words.transfer.awaited}
      </span>
    </span>
  );
}
