import { readFileSync } from "node:fs";
import { Ajv } from "ajv";

/** The published schema of SARIF 2.1.0, as the npm package @microsoft/jest-sarif 1.0.0-beta.0 (MIT) ships it. */
const {
  $schema: _,
  id: __,
  ...schema
} = JSON.parse(readFileSync(new URL("./sarif-2.1.0-rtm.5.json", import.meta.url), "utf8")) as Record<string, unknown>;

/** RFC 3986: nothing but what may stand in a URI, each % before two digits. */
const URI_REFERENCE = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/u;

// Of draft 04 it uses nothing that later drafts read otherwise, but the two keys left out.
const ajv = new Ajv({
  strict: false,
  allErrors: true,
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URI_REFERENCE.test(text) && URL.canParse(text),
    "uri-reference": (text: string) => URI_REFERENCE.test(text) && !/^[^/?#]*:/u.test(text.replace(/^file:/u, "")),
    "date-time": true,
  },
});
const validate = ajv.compile(schema);

/** What the schema has against a SARIF log; empty where it is valid. */
export function sarifFaults(text: string): string[] {
  validate(JSON.parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
