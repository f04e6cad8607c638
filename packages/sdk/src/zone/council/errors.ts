import { RyuguError } from "../../errors/index.ts";

/** An act of the council, a rotation or a manifest could not be made, signed or submitted as it stands. */
export class CouncilActError extends RyuguError {
  readonly code = "council-act";
}
