/** Something that was asked or answered at a booth. */
export interface TalkEntry {
  readonly name: string;
  readonly text: string;
  /** Unix milliseconds. */
  readonly at: number;
  /** Whether the company's staff said it. */
  readonly staff: boolean;
}

/** The way between the hall and the companies' desks. */
export interface BoothTalk {
  /** A person asked at a booth: its desk is told. */
  tell(organisation: string, entry: TalkEntry): void;
  /** Hears what staff say at their booths; the answer ends it. */
  subscribe(listener: (organisation: string, entry: TalkEntry) => void): () => void;
}
