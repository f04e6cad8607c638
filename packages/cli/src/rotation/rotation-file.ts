import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Rotation, recoverSigner, rotationDigest, validatorSet } from "@ryugu/sdk/lane";
import { type Address, address, bytes32, hex, parseJson, parseShape } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";
import type { Cli } from "../cli.ts";
import { CouncilActError } from "../errors.ts";
import { readTextSource } from "../input/read-source.ts";
import { safeJson } from "../output/safe.ts";
import type { FoundedZone } from "../zone/founding/zone-file.ts";

const MAX_BYTES = 1_000_000;
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
 * Reads a rotation and checks that it is of the zone that the reader knows.
 *
 * @throws InputUnreadableError, InvalidJsonError, InvalidShapeError, InvalidValidatorSetError, CouncilActError
 */
export async function readRotationFile(
  cli: Cli,
  source: string,
  { plan }: FoundedZone,
): Promise<RotationFile> {
  const text = await readTextSource(cli, source, MAX_BYTES);
  const file = parseShape(fileSchema, parseJson(text, MAX_BYTES), "The rotation");
  rotationOf(file);
  if (file.zoneId === plan.zoneId) return file;
  throw new CouncilActError("The rotation is of another zone.", {
    details: [`Expected: ${plan.zoneId}`, `Received: ${file.zoneId}`],
  });
}

/** Writes a rotation down. */
export async function writeRotationFile(cli: Cli, path: string, file: RotationFile): Promise<void> {
  await writeFile(resolve(cli.cwd, path), `${safeJson(file, 2)}\n`);
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

/** Who has signed, each once. A signature that recovers to nobody is nobody's. */
export function rotationSigners(file: RotationFile): Map<Address, string> {
  const digest = digestOf(file);
  return new Map(
    file.signatures.flatMap((each): [Address, string][] => {
      try {
        return [[recoverSigner(digest, each), each]];
      } catch {
        return [];
      }
    }),
  );
}

const digestOf = (file: RotationFile) => rotationDigest(file.zoneId, rotationOf(file));
