import * as z from "zod/mini";
import { type Rotation, rotationDigest, validatorSet } from "../../lane/index.ts";
import {
  type Address,
  address,
  type Bytes32,
  bytes32,
  hex,
  parseJson,
  parseShape,
} from "../../primitives/index.ts";
import { CouncilActError } from "./errors.ts";
import { signersOf } from "./signers.ts";

/** No rotation is longer, in characters. */
const MAX_LENGTH = 1_000_000;
const MAX_SEATS = 256;

const fileSchema = z.strictObject({
  schema: z.literal("ryugu-rotation/1"),
  zoneId: z.pipe(
    z.string().check(z.regex(/^0x[0-9a-fA-F]{64}$/)),
    z.transform((value) => bytes32(value)),
  ),
  /** The epoch that it leads to; the set of the one before signs. */
  epoch: z.int().check(z.positive()),
  quorum: z.int().check(z.positive()),
  validators: z
    .array(
      z.pipe(
        z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/)),
        z.transform((value) => address(value)),
      ),
    )
    .check(z.minLength(1), z.maxLength(MAX_SEATS)),
  /** Unix seconds; 0 for at once. */
  validFrom: z.int().check(z.nonnegative()),
  /** Compact, 64 bytes (EIP-2098). */
  signatures: z
    .array(
      z.pipe(
        z.string().check(z.regex(/^0x[0-9a-fA-F]{128}$/)),
        z.transform((value) => hex(value, 64)),
      ),
    )
    .check(z.maxLength(MAX_SEATS)),
});

/** A change of validators on its way around the present ones. */
export type RotationFile = z.output<typeof fileSchema>;

/**
 * Reads a rotation of the zone that the reader knows.
 *
 * @throws InvalidJsonError, InvalidShapeError, InvalidValidatorSetError, CouncilActError
 */
export function readRotationFile(text: string, zoneId: Bytes32): RotationFile {
  const file = parseShape(fileSchema, parseJson(text, MAX_LENGTH), "The rotation");
  rotationOf(file);
  if (file.zoneId === zoneId) return file;
  throw new CouncilActError("The rotation is of another zone.", {
    details: [`Expected: ${zoneId}`, `Received: ${file.zoneId}`],
  });
}

/** What is signed. Throws InvalidValidatorSetError. */
export function rotationOf({ epoch, quorum, validators, validFrom }: RotationFile): Rotation {
  return { set: validatorSet(epoch, quorum, validators), validFrom };
}

/** Puts copies of one rotation together, with everybody's signatures. Throws CouncilActError where they differ. */
export function mergeRotations(copies: readonly RotationFile[]): RotationFile {
  const [first, ...others] = copies;
  if (first === undefined) throw new CouncilActError("No rotation was given.");
  const digest = digestOf(first);
  if (others.some((other) => digestOf(other) !== digest)) {
    throw new CouncilActError("The copies are of different rotations.", {
      details: ["A validator signs one rotation from an epoch, and never another one."],
    });
  }
  return { ...first, signatures: [...new Set(copies.flatMap(({ signatures }) => signatures))] };
}

/** Who has signed, each once. */
export function rotationSigners(file: RotationFile): Map<Address, string> {
  return signersOf(digestOf(file), file.signatures);
}

const digestOf = (file: RotationFile) => rotationDigest(file.zoneId, rotationOf(file));
