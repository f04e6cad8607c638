/** A label as it is seen: its box in the picture, and how deep it lies. */
export interface LabelBox {
  /** Its own among all labels. */
  readonly id: number;
  /** What is shown before anything of a higher rank, however far: what somebody says goes before a name. */
  readonly rank: number;
  /** In metres from the camera, into the picture. */
  readonly depth: number;
  /** In the picture, as tangents from its middle. */
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** A label that is hidden comes back only where it is this much clear of others, in parts of its height. */
const CLEARANCE = 0.15;

/**
 * Which labels are shown: none that is behind the camera or farther than `farthest` metres, and no two that would lie
 * over one another: what goes before, then what is nearer, hides the rest. One that was not shown needs a little more
 * room than one that was, so that none flickers while people sway.
 *
 * @param shown - the labels that were shown the last time
 */
export function chooseLabels(
  labels: readonly LabelBox[],
  farthest: number,
  shown: ReadonlySet<number>,
): Set<number> {
  const chosen: LabelBox[] = [];
  for (const label of inOrder(labels, farthest)) {
    const margin = shown.has(label.id) ? 0 : CLEARANCE * (label.top - label.bottom);
    if (chosen.every((other) => areApart(label, other, margin))) chosen.push(label);
  }
  return idsOf(chosen);
}

/**
 * Which plates of a row are shown, such as those over the corridor's rings: from the nearest on until one would lie
 * over another. Those behind it wait, so that none is missing in between.
 */
export function chooseRow(plates: readonly LabelBox[], farthest: number): Set<number> {
  const chosen: LabelBox[] = [];
  for (const plate of inOrder(plates, farthest)) {
    if (!chosen.every((other) => areApart(plate, other, 0))) break;
    chosen.push(plate);
  }
  return idsOf(chosen);
}

const inOrder = (labels: readonly LabelBox[], farthest: number) =>
  labels
    .filter(({ depth }) => depth > 0 && depth <= farthest)
    .sort((a, b) => a.rank - b.rank || a.depth - b.depth);

const idsOf = (labels: readonly LabelBox[]) => new Set(labels.map(({ id }) => id));

const areApart = (a: LabelBox, b: LabelBox, margin: number) =>
  a.right + margin <= b.left ||
  b.right + margin <= a.left ||
  a.top + margin <= b.bottom ||
  b.top + margin <= a.bottom;
