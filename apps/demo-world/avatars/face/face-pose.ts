/** What a face does. Every expression is one of these; the morph targets are its differences from rest. */
export interface FacePose {
  /** How far the lids are open: 1 at rest, 0 shut. */
  openLeft: number;
  openRight: number;
  /** 1: shut eyes are arches, as in a laugh; 0: they hang down softly. */
  arch: number;
  /** How far the lower lid is pushed up by the cheek, as a part of the eye. */
  cheek: number;
  /** How far the upper lid's inner end falls (+) or its outer end (−): anger, or sorrow. */
  glare: number;
  /** The iris's size beside rest. */
  iris: number;
  /** How far the brows go up, in parts of the eye's height. */
  brow: number;
  /** How much the brows' inner ends fall (+) or rise (−). */
  frown: number;
  /** The mouth's width beside rest. */
  wide: number;
  /** How far it is open, in parts of its width at rest. */
  gape: number;
  /** How far its corners go up. */
  smile: number;
  /** 1: an open mouth is round, 0: flat above and round below. */
  round: number;
}

export const AT_REST: FacePose = {
  openLeft: 1,
  openRight: 1,
  arch: 0,
  cheek: 0,
  glare: 0,
  iris: 1,
  brow: 0,
  frown: 0,
  wide: 1,
  gape: 0,
  smile: 0.32,
  round: 0,
};

/** The expressions that VRM 1.0 names and these figures have, each as what differs from rest. */
export const EXPRESSIONS = {
  happy: { openLeft: 0, openRight: 0, arch: 1, brow: 0.16, wide: 1.3, gape: 0.5, smile: 0.5 },
  angry: {
    openLeft: 0.82,
    openRight: 0.82,
    glare: 0.8,
    frown: 1,
    brow: -0.12,
    wide: 0.9,
    smile: -0.45,
  },
  sad: {
    openLeft: 0.72,
    openRight: 0.72,
    glare: -0.7,
    frown: -1,
    brow: 0.08,
    wide: 0.85,
    smile: -0.4,
  },
  relaxed: { openLeft: 0.08, openRight: 0.08, arch: 0.1, brow: 0.05, wide: 1.15, smile: 0.55 },
  surprised: {
    openLeft: 1.14,
    openRight: 1.14,
    iris: 0.8,
    brow: 0.42,
    wide: 0.7,
    gape: 0.6,
    round: 1,
    smile: 0,
  },
  blink: { openLeft: 0, openRight: 0 },
  blinkLeft: { openLeft: 0 },
  blinkRight: { openRight: 0 },
  aa: { gape: 0.75, wide: 1.05, smile: 0.25, round: 0.4 },
  ih: { gape: 0.25, wide: 1.25, smile: 0.25 },
  ou: { gape: 0.32, wide: 0.55, smile: 0, round: 1 },
  ee: { gape: 0.38, wide: 1.3, smile: 0.3 },
  oh: { gape: 0.6, wide: 0.75, smile: 0, round: 1 },
} as const satisfies Record<string, Partial<FacePose>>;

export type ExpressionName = keyof typeof EXPRESSIONS;

export const EXPRESSION_NAMES = Object.keys(EXPRESSIONS) as readonly ExpressionName[];
