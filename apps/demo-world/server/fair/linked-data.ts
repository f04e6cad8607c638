import type { Job, Organisation } from "../../src/sim/protocol/platform.ts";

/** What schema.org calls the time that a salary is for. */
const UNITS = { YEAR: "YEAR", HOUR: "HOUR" } as const;

/** A company and its postings as schema.org has them (JSON-LD), in both languages. */
export function linkedData(organisation: Organisation): object {
  const { did, name, about, jobs } = organisation;
  return {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "Organization",
        "@id": did,
        name: both(name),
        description: both(about),
        url: `https://${did.replace("did:web:", "")}/`,
      },
      ...jobs.map((job) => posting(organisation, job)),
    ],
  };
}

function posting({ did, name }: Organisation, job: Job): object {
  return {
    "@type": "JobPosting",
    "@id": `${did}#${job.slug}`,
    title: both(job.title),
    description: both(job.description),
    employmentType: job.employmentType,
    datePosted: job.datePosted,
    validThrough: job.validThrough,
    hiringOrganization: { "@type": "Organization", "@id": did, name: both(name) },
    jobLocation: {
      "@type": "Place",
      name: both(job.place),
      address: { "@type": "PostalAddress", addressCountry: "JP" },
    },
    baseSalary: {
      "@type": "MonetaryAmount",
      currency: "JPY",
      value: {
        "@type": "QuantitativeValue",
        minValue: job.salary.min,
        maxValue: job.salary.max,
        unitText: UNITS[job.salary.unit],
      },
    },
  };
}

const both = ({ en, ja }: { en: string; ja: string }) => [
  { "@language": "en", "@value": en },
  { "@language": "ja", "@value": ja },
];
