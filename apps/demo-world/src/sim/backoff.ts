/** How long to wait before a further try, in milliseconds: doubling from `first` up to `most`. */
export function backoff(failures: number, first = 500, most = 8_000): number {
  return Math.min(first * 2 ** Math.max(failures - 1, 0), most);
}
