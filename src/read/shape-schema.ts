import { schemaOf, type JsonSchema, type Shape } from "./shape-base.ts";

interface Described {
  readonly key: string;
  readonly shape: Shape<unknown>;
  readonly about: string;
  readonly required?: boolean;
}

/** What an empty value is. Said so, an editor does not offer to write `null`. */
export const EMPTY: JsonSchema = { not: { type: ["string", "number", "boolean", "object", "array"] } };

/** The schema of a mapping with fixed keys. English aliases are taken but not offered; an empty optional value counts as absent. */
export function recordSchema(fields: Readonly<Record<string, Described>>): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  const owed: JsonSchema[] = [];
  for (const [name, { key, shape, about, required }] of Object.entries(fields)) {
    const own = required ? schemaOf(shape) : { anyOf: [schemaOf(shape), EMPTY] };
    const words = about === "" ? {} : { description: about };
    properties[key] = { ...own, ...words };
    if (name !== key) properties[name] = { ...own, ...words, doNotSuggest: true };
    if (required) owed.push({ anyOf: [{ required: [key] }, { required: [name] }], errorMessage: `缺少“${key}”` });
  }
  return { type: "object", properties, additionalProperties: false, ...(owed.length > 0 ? { allOf: owed } : {}) };
}
