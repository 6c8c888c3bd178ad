/** A path as a URI reference, percent-encoded: relative to its base, or `file:` where it is absolute. */
export function uriOf(path: string): string {
  const windows = /^[A-Za-z]:[/\\]/u.test(path);
  const shown = windows ? `/${path.replaceAll("\\", "/")}` : path;
  const encoded = shown.split("/").map(encodeSegment).join("/");
  return shown.startsWith("/") ? `file://${encoded}` : encoded;
}

/** What RFC 3986 leaves to be encoded, parentheses and the like with it; half a character has no encoding, and is one that was lost. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, "\ufffd")).replace(/[!'()*]/gu, (char) => {
    return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
  });
}
