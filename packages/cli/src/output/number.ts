const NUMBER = new Intl.NumberFormat("en-US");
const STEP = 1_024;

/** A number with its thousands apart: `1,234,567`. */
export function grouped(value: number | bigint): string {
  return NUMBER.format(value);
}

/** A size in bytes as people read it: `1.4 MiB`. */
export function byteSize(bytes: number): string {
  if (bytes < STEP) return `${bytes} B`;
  const units = ["KiB", "MiB", "GiB"];
  const power = Math.min(units.length, Math.floor(Math.log2(bytes) / 10));
  return `${(bytes / STEP ** power).toFixed(1)} ${units[power - 1]}`;
}

/** A time span in seconds as people read it: `6 s`, `3 min 20 s`, `2 h 5 min`. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [
    Math.floor(whole / 3_600),
    Math.floor((whole % 3_600) / 60),
    whole % 60,
  ];
  if (hours > 0) return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
  if (minutes > 0) return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
  return `${rest} s`;
}
