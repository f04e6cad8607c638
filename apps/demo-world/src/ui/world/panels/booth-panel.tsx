import { useEffect, useState } from "react";
import type { Job, Organisation } from "../../../sim/protocol/platform.ts";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../visit-context.tsx";
import { ApplicationForm } from "./application-form.tsx";
import { ApplicationReceipt } from "./application-receipt.tsx";
import { BoothTalk } from "./booth-talk.tsx";
import { Panel } from "./panel.tsx";

/** A company's booth: who it is, what it offers, its staff. */
export function BoothPanel({ organisation: slug }: { organisation: string }) {
  const words = useWorldWords().panels.booth;
  const language = useLanguage();
  const { readApplications } = useActions();
  const organisation = useVisitState("place", ({ platforms, platform }) =>
    platforms[platform]?.organisations.find((one) => one.slug === slug),
  );
  const [applyingFor, setApplyingFor] = useState<string>();
  useEffect(() => readApplications(), [readApplications]);
  if (organisation === undefined) return null;
  const job = organisation.jobs.find((one) => one.slug === applyingFor);
  return (
    <Panel title={organisation.name[language]} kind="booth" colour={organisation.colour}>
      {job === undefined ? (
        <>
          <div className="booth-about">
            <span className="booth-mark" aria-hidden="true">
              {organisation.mark}
            </span>
            <p>
              {organisation.about[language]} <span className="hint">{words.fictional}</span>
            </p>
          </div>
          <h3>{words.jobs}</h3>
          <ul className="jobs">
            {organisation.jobs.map((one) => (
              <li key={one.slug}>
                <JobCard organisation={organisation} job={one} onApply={setApplyingFor} />
              </li>
            ))}
          </ul>
          <BoothTalk organisation={organisation} />
        </>
      ) : (
        <ApplicationForm
          organisation={organisation}
          job={job}
          onClose={() => setApplyingFor(undefined)}
        />
      )}
    </Panel>
  );
}

interface JobCardProps {
  organisation: Organisation;
  job: Job;
  onApply(job: string): void;
}

function JobCard({ organisation, job, onApply }: JobCardProps) {
  const words = useWorldWords().panels.booth;
  const language = useLanguage();
  const receipt = useVisitState("fair", ({ applications }) =>
    applications?.findLast((one) => one.organisation === organisation.did && one.job === job.slug),
  );
  const yen = new Intl.NumberFormat(language, { style: "currency", currency: "JPY" });
  const date = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
  const { min, max, unit } = job.salary;
  return (
    <article className="job" data-job={job.slug}>
      <h4>{job.title[language]}</h4>
      <p className="job-facts">
        <span>{words.employment[job.employmentType]}</span>
        <span>{job.place[language]}</span>
        <span>{words.salary(yen.format(min), yen.format(max), unit)}</span>
      </p>
      <p>{job.description[language]}</p>
      <p className="hint">{words.until(date.format(new Date(job.validThrough)))}</p>
      {receipt !== undefined && (
        <ApplicationReceipt organisation={organisation} receipt={receipt} />
      )}
      {(receipt === undefined || receipt.withdrawnAt !== null) && (
        <button
          type="button"
          className="main-button"
          data-action="apply"
          onClick={() => onApply(job.slug)}
        >
          {words.apply}
        </button>
      )}
    </article>
  );
}
