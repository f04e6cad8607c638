import { safeLine } from "@ryugu/sdk/primitives";
import type { ZoneManifest } from "@ryugu/sdk/zone";
import { Copyable } from "../parts/copyable.tsx";
import { VerifiedIcon, WarningIcon } from "../parts/icons.tsx";
import { Moment } from "../parts/moment.tsx";
import { useWords, useWorldState } from "../world-context.tsx";
import { useZoneNames } from "../zone-names.ts";
import { ZoneFigures } from "./zone-figures.tsx";

/** What the zone is, and whether this browser believes it. */
export function ZoneIntro() {
  const words = useWords();
  const zone = useWorldState("zone", (state) => state);
  if (zone.phase === "verified") return <VerifiedZone manifest={zone.manifest} />;
  if (zone.phase === "loading") {
    return (
      <div className="intro" aria-busy="true">
        <p className="intro-lead intro-waiting" role="status">
          {zone.problem === undefined ? words.zone.loading : words.zone.unavailable}
        </p>
      </div>
    );
  }
  const reason = words.zone.refusedReasons[zone.problem.code] ?? zone.problem.sentence;
  return (
    <div className="notice notice-danger" role="alert">
      <WarningIcon size={22} />
      <div>
        <strong>{words.zone.refusedTitle}</strong>
        <p>{reason}</p>
        <p>{words.zone.refusedText}</p>
        <ul className="problem-details">
          {zone.problem.details.map((detail) => (
            <li key={detail}>
              <code>{safeLine(detail)}</code>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function VerifiedZone({ manifest }: { manifest: ZoneManifest }) {
  const words = useWords();
  const { partners, chains, quorum } = manifest;
  return (
    <div className="intro intro-verified">
      <div>
        <h1>{safeLine(manifest.name, 63)}</h1>
        <p className="intro-lead">{words.zone.lead(partners.length, chains.length, quorum)}</p>
      </div>
      <ZoneFigures />
      <details className="zone-details">
        <summary>
          <span className="verified">
            <VerifiedIcon />
            {words.zone.verified}
          </span>
          <span className="summary-more">{words.zone.details}</span>
        </summary>
        <ZoneFacts manifest={manifest} />
      </details>
    </div>
  );
}

function ZoneFacts({ manifest }: { manifest: ZoneManifest }) {
  const words = useWords();
  const names = useZoneNames();
  const { partners, quorum, signatures } = manifest;
  const signers = signatures.map(({ validator }) => names.validator(validator) ?? validator);
  return (
    <div className="zone-facts">
      <p>{words.zone.verifiedText(signers.length, partners.length)}</p>
      <dl className="facts">
        <dt>{words.zone.quorum}</dt>
        <dd>{words.zone.quorumOf(quorum, partners.length)}</dd>
        <dt>{words.zone.version}</dt>
        <dd>{manifest.version}</dd>
        <dt>{words.zone.epoch}</dt>
        <dd>{manifest.epoch}</dd>
        <dt>{words.zone.issued}</dt>
        <dd>
          <Moment time={Date.parse(manifest.issuedAt) / 1_000} as="date" />
        </dd>
        <dt>{words.zone.signedBy}</dt>
        <dd>{signers.join(", ")}</dd>
        <dt>{words.zone.zoneId}</dt>
        <dd>
          <Copyable value={manifest.zoneId} what={words.zone.zoneId} />
        </dd>
        <dt>{words.zone.genesis}</dt>
        <dd>
          <Copyable value={manifest.genesisSetHash} what={words.zone.genesis} />
        </dd>
      </dl>
    </div>
  );
}
