/** What no system takes in a name, or what two systems take for different names: written as %XX of its UTF-8. */
// eslint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u001f\u007f<>:"/\\|?*%^\s\p{M}]|^\.|\.$/gu;

/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

/**
 * The folder of a series: its own name, in letters that no system confuses. A capital is `^` and the small letter,
 * since Windows takes A and a for one.
 */
export function folderName(series: string): string {
  const safe = series
    .normalize("NFC")
    .replace(UNSAFE, percent)
    .replace(/\p{Lu}/gu, small);
  return DEVICE.test(safe) ? `${percent(safe.slice(0, 1))}${safe.slice(1)}` : safe;
}

/** The series that a folder is named for; null where no series has this folder. */
export function seriesOf(folder: string): string | null {
  try {
    const series = decodeURIComponent(folder.replace(/\^(.)/gu, (_, small: string) => small.toUpperCase()));
    return folderName(series) === folder ? series : null;
  } catch {
    return null;
  }
}

function small(capital: string): string {
  const lower = capital.toLowerCase();
  return [...lower].length === 1 && lower.toUpperCase() === capital ? `^${lower}` : percent(capital);
}

function percent(char: string): string {
  const bytes = new TextEncoder().encode(char);
  return [...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
}

/** `0012.json`. */
export function fileName(seq: number): string {
  return `${String(seq).padStart(4, "0")}.json`;
}

/** The highest place in a chain: no office comes near it, and what is named for a higher one is no record. */
export const MOST = 999_999;

/** The place in the chain that a file is named for; null for any other file. */
export function seqOf(name: string): number | null {
  const found = /^(\d{4,6})\.json$/u.exec(name)?.[1];
  return found !== undefined && fileName(Number(found)) === name ? Number(found) : null;
}
