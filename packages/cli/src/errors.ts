import { RyuguError } from "@ryugu/sdk/errors";

/** The command line was not understood, or asks for something that does not go together. */
export class UsageError extends RyuguError {
  readonly code = "usage";
}

/** A file, folder or address that a command was pointed at could not be read. */
export class InputUnreadableError extends RyuguError {
  readonly code = "input-unreadable";
}

/** A web address did not answer, or its server is in trouble. */
export class InputUnavailableError extends RyuguError {
  readonly code = "input-unavailable";
  override readonly retryable = true;
}

/** A link is of a kind that the command does not follow, or no store was named where it could lie. */
export class LinkUnreadableError extends RyuguError {
  readonly code = "link-unreadable";
}

/** A file or an answer is larger than the command reads. */
export class InputTooLargeError extends RyuguError {
  readonly code = "input-too-large";
}

/** No zone was named, and none runs in this folder or one above it. */
export class ZoneNotFoundError extends RyuguError {
  readonly code = "zone-not-found";
}

/** A transaction has to be signed, and no key was named to sign it. */
export class KeyMissingError extends RyuguError {
  readonly code = "key-missing";
}

/** The token does not exist on the chain that its id names. */
export class TokenNotFoundError extends RyuguError {
  readonly code = "token-not-found";
}

/** A file is not of a kind that an asset's image or model may be. */
export class MediaUnsupportedError extends RyuguError {
  readonly code = "media-unsupported";
}

/** The collection refused to mint. */
export class MintRefusedError extends RyuguError {
  readonly code = "mint-refused";
}

/** None of a chain's RPC endpoints answered. */
export class ChainUnavailableError extends RyuguError {
  readonly code = "chain-unavailable";
  override readonly retryable = true;
}

/** The person stopped the command before it was done. */
export class InterruptedError extends RyuguError {
  readonly code = "interrupted";
}

/** A transfer had not ended when the time for following it was over. It goes on. */
export class FollowTimeoutError extends RyuguError {
  readonly code = "follow-timeout";
  override readonly retryable = true;
}

/** An RPC endpoint answers for another chain than the one it was given for. */
export class EndpointWrongChainError extends RyuguError {
  readonly code = "endpoint-wrong-chain";
}

/** Something else than the zone's own code lies at one of its addresses. */
export class ForeignCodeError extends RyuguError {
  readonly code = "foreign-code";
}

/** A chain has no deterministic deployment proxy, through which a zone gets the same addresses everywhere. */
export class DeploymentProxyMissingError extends RyuguError {
  readonly code = "deployment-proxy-missing";
}

/** Who deploys has too little of a chain's coin. Nothing was sent. */
export class DeployerUnfundedError extends RyuguError {
  readonly code = "deployer-unfunded";
}

/** A deployment stopped before its end on at least one chain. Running it again goes on where each chain is. */
export class DeploymentUnfinishedError extends RyuguError {
  readonly code = "deployment-unfinished";
  override readonly retryable = true;
}
