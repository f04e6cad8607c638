/** The items with their indices, in an order that does not depend on the list's: equal ones follow each other. */
export function inOrder<T>(items: readonly T[], key: (item: T) => string): [number, T][] {
  return items
    .map((item, i) => [key(item), i, item] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, i, item]) => [i, item]);
}
