import { ReasonedError } from "../http/errors.ts";

/** Which of the code's cases it is, with the HTTP status that says it. */
const STATUS = { type: 415, damaged: 422, dimensions: 422, "your-room": 507, room: 507 } as const;

/**
 * A picture that the platform does not keep: of another type than PNG, JPEG and WebP, damaged, too large to be hung
 * (`dimensions`), or there is no more room for the person's (`your-room`) or for anybody's (`room`).
 */
export class PictureRefusedError extends ReasonedError {
  readonly code = "picture-refused";
  override readonly status: number;

  constructor(reason: keyof typeof STATUS, sentence: string) {
    super(reason, sentence);
    this.status = STATUS[reason];
  }
}
