import { RyuguError } from "@ryugu/sdk/errors";
import { InvalidAssetIdError } from "@ryugu/sdk/primitives";
import { NotOwnerError, TransferNotFoundError, TransferSourceError } from "@ryugu/sdk/transfer";
import { WrongPassphraseError } from "@ryugu/sdk/wallet";
import { ManifestSignatureError, ManifestUnavailableError } from "@ryugu/sdk/zone";
import { expect, test } from "vitest";
import * as errors from "./errors.ts";
import { EXIT, EXIT_MEANINGS, exitCodeOf } from "./exit-code.ts";

test.each([
  [new errors.UsageError(""), EXIT.usage],
  [new InvalidAssetIdError(""), EXIT.usage],
  [new WrongPassphraseError(""), EXIT.usage],
  [new ManifestSignatureError(""), EXIT.negative],
  [new errors.MediaUnsupportedError(""), EXIT.negative],
  [new errors.ZoneNotFoundError(""), EXIT.notFound],
  [new TransferNotFoundError(""), EXIT.notFound],
  [new NotOwnerError(""), EXIT.refused],
  [new errors.MintRefusedError(""), EXIT.refused],
  [new ManifestUnavailableError(""), EXIT.unavailable],
  [new TransferSourceError(""), EXIT.unavailable],
  [new errors.ChainUnavailableError(""), EXIT.unavailable],
  [new errors.InterruptedError(""), EXIT.interrupted],
  [new TypeError("a defect"), EXIT.defect],
])("%s ends with %d", (error, code) => {
  expect(exitCodeOf(error)).toBe(code);
});

test("every exit code has a meaning, and codes are in order", () => {
  expect(EXIT_MEANINGS.map(([code]) => code)).toEqual(Object.values(EXIT));
});

test("every error of the command is a RyuguError", () => {
  for (const Thrown of Object.values(errors)) expect(new Thrown("")).toBeInstanceOf(RyuguError);
});
