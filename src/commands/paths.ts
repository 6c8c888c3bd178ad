import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

/** A path as it is shown: relative to `root` with `/`, absolute outside it. */
export function shownPath(root: string, path: string): string {
  const near = relative(root, path);
  if (near === "") return ".";
  return near === ".." || near.startsWith(`..${sep}`) || isAbsolute(near) ? path : near.split(sep).join("/");
}

/** A path typed by someone working in `folder`. */
export function typedPath(folder: string, path: string): string {
  return resolve(folder, path);
}

/** Characters that no system takes in a file name become `_`; at most `limit` of them stay. */
export function safeName(name: string, limit = 60): string {
  // eslint-disable-next-line no-control-regex
  const cleaned = name.replace(/[\u0000-\u001f\u007f<>:"/\\|?*\s]+/gu, "_").replace(/^\.+|\.+$/gu, "");
  return [...cleaned].slice(0, limit).join("") || "_";
}

export { dirname, join };
