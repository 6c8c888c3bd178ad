/** So many bytes become characters at a time: a call takes no more arguments. */
const STEP = 8192;

/** Bytes in Base64. */
export function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += STEP) text += String.fromCharCode(...bytes.subarray(at, at + STEP));
  return btoa(text);
}
