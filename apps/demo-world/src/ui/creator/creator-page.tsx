import { BalancePart } from "./balance.tsx";
import { CashOutPart } from "./cash-out/cash-out-part.tsx";
import { ChartPart } from "./chart/chart-part.tsx";
import { ComingPart } from "./coming.tsx";
import { useCreatorState, useCreatorWords } from "./creator-context.tsx";
import { CreditsPart } from "./credits/credits-part.tsx";
import { PaymentsPart } from "./payments.tsx";
import { Problem } from "./problem.tsx";
import { StatementPart } from "./statement.tsx";
import { CreatorTop } from "./top.tsx";
import { UnlockDialog } from "./unlock-dialog.tsx";
import { NobodyHere, Who } from "./who.tsx";

/** A creator's desk: what came in, where it is, and how it gets to them. */
export function CreatorPage() {
  const words = useCreatorWords();
  const zone = useCreatorState("view", (state) => state.zone);
  const account = useCreatorState("view", (state) => state.account);
  return (
    <div className="page creator" data-zone={zone}>
      <CreatorTop />
      <main id="money">
        <div className="creator-intro">
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        {zone !== "open" ? <ZoneState /> : account === undefined ? <NobodyHere /> : <Desk />}
      </main>
      <footer className="foot">{words.footer}</footer>
      <UnlockDialog />
    </div>
  );
}

function Desk() {
  const account = useCreatorState("view", (state) => state.account);
  return (
    // What somebody has begun to write is of one account alone.
    <div className="creator-desk" key={account}>
      <Who />
      <BalancePart />
      <CreditsPart />
      <div className="creator-columns">
        <ChartPart />
        <ComingPart />
      </div>
      <PaymentsPart />
      <div className="creator-pair">
        <StatementPart />
        <CashOutPart />
      </div>
    </div>
  );
}

function ZoneState() {
  const words = useCreatorWords();
  const zone = useCreatorState("view", (state) => state.zone);
  const problem = useCreatorState("view", (state) => state.zoneProblem);
  if (zone === "refused") {
    return (
      <div className="notice notice-danger" role="alert">
        <div>
          <strong>{words.zone.refused}</strong>
          <p>{words.zone.refusedText}</p>
          <Problem problem={problem} />
        </div>
      </div>
    );
  }
  return (
    <p role="status" className="creator-waiting">
      {problem === undefined ? words.zone.loading : words.zone.unavailable}
    </p>
  );
}
