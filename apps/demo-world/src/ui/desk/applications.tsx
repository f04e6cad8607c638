import type { DeskApplication } from "../../sim/desk/desk-book.ts";
import { shortId } from "../../sim/identifier.ts";
import { saveFile } from "../parts/save-file.ts";
import { fieldName } from "../world/words/field-name.ts";
import { useDeskState, useDeskWords } from "./desk-context.tsx";

/** Who has applied, newest first. */
export function Applications() {
  const words = useDeskWords();
  const { applications, withdrawn } = useDeskState((state) => state.desk);
  const hasLost = useDeskState((state) => state.hasLost);
  const isOpen = useDeskState((state) => state.phase !== "opening");
  return (
    <section className="desk-section" aria-label={words.applications}>
      <div className="desk-head">
        <h2>{words.count(applications.length)}</h2>
        <button
          type="button"
          className="glass-button"
          disabled={applications.length === 0}
          onClick={() => save(applications)}
        >
          {words.exportAll}
        </button>
      </div>
      <p className="hint">{words.exportText}</p>
      <div role="status" className="desk-withdrawn">
        {hasLost && (
          <p className="note" data-tone="warning">
            {words.withdrawnNow}
          </p>
        )}
      </div>
      {isOpen && applications.length === 0 && <p>{words.none}</p>}
      <ul className="applications">
        {[...applications]
          .sort((a, b) => b.receivedAt - a.receivedAt)
          .map((one) => (
            <li key={one.id}>
              <ApplicationCard received={one} />
            </li>
          ))}
      </ul>
      <p className="hint" data-withdrawn={withdrawn}>
        {withdrawn > 0 && words.withdrawn(withdrawn)}
      </p>
    </section>
  );
}

function ApplicationCard({ received }: { received: DeskApplication }) {
  const words = useDeskWords();
  const locale = useDeskState((state) => state.locale);
  const verdict = useDeskState(({ verdicts }) => verdicts[received.id]);
  const { application, id } = received;
  const job = useDeskState(({ organisation }) =>
    organisation?.jobs.find(({ slug }) => slug === application.job),
  );
  const moment = (seconds: number) =>
    new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(
      // Both servers and signatures write seconds; a millisecond is never that small.
      new Date(seconds > 1e11 ? seconds : seconds * 1_000),
    );
  return (
    <article
      className="application-card"
      data-application={id}
      data-verdict={verdict ?? "checking"}
      data-verified={verdict === undefined ? undefined : verdict === "verified"}
    >
      {verdict !== undefined && (
        <p className="verdict" data-verdict={verdict}>
          <strong>{verdict === "verified" ? words.verified : words.unverified}</strong>{" "}
          <span>{verdict === "verified" ? words.verifiedText : words.unverifiedText}</span>
        </p>
      )}
      <dl>
        <div>
          <dt>{words.job}</dt>
          <dd>{job?.title[locale] ?? application.job}</dd>
        </div>
        {application.fields.map(({ name, value }) => (
          <div key={name} data-field={name}>
            <dt>{fieldName(name, locale)}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
        <div className="desk-small">
          <dt>{words.applicant}</dt>
          <dd>
            <code title={application.applicant}>{shortId(application.applicant, 10, 8)}</code>
          </dd>
        </div>
        <div className="desk-small">
          <dt>{words.signedAt}</dt>
          <dd>{moment(application.issuedAt)}</dd>
        </div>
        <div className="desk-small">
          <dt>{words.receipt}</dt>
          <dd>
            <code title={id}>{shortId(id, 10, 8)}</code>
          </dd>
        </div>
      </dl>
    </article>
  );
}

function save(applications: readonly DeskApplication[]): void {
  const text = `${JSON.stringify({ schema: "ryugu-applications/1", applications }, null, 2)}\n`;
  saveFile(new Blob([text], { type: "application/json" }), "applications.json");
}
