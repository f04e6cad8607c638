import type { AvatarRefusedError } from "@ryugu/sdk/avatar";
import type { ErrorJson } from "@ryugu/sdk/errors";
import { AnswerableError } from "../http/errors.ts";

/** One thing that is wrong with an avatar's file, as the inspector says it. */
type AvatarFault = AvatarRefusedError["findings"][number];

const MAX_FAULTS = 32;

/** A file that nobody can wear here: it is no avatar, or a broken one. */
export class AvatarUnfitError extends AnswerableError {
  readonly code = "avatar-unfit";
  readonly status = 422;
  /** The inspector's own code for what is worst. */
  readonly reason: string;
  readonly findings: readonly AvatarFault[];

  constructor(cause: AvatarRefusedError) {
    super("This avatar cannot be worn here.", { cause, details: [cause.shortMessage] });
    this.reason = cause.code;
    this.findings = cause.findings.filter(({ severity }) => severity === "error");
  }

  override toJSON(): ErrorJson {
    const { reason, findings } = this;
    return { ...super.toJSON(), ...{ reason, findings: findings.slice(0, MAX_FAULTS) } };
  }
}

/** The platform keeps as many bytes of people's avatars as it wants to. */
export class AvatarsFullError extends AnswerableError {
  readonly code = "avatars-full";
  readonly status = 507;
}
