import type { Office } from "../model/office.ts";
import type { Profile } from "../model/profile.ts";
import { readFields } from "../read/entry.ts";
import { officeFields } from "../read/office.ts";
import { planFields } from "../read/plan.ts";
import { profileFields } from "../read/profile-shapes.ts";
import { schemaOf, type JsonSchema } from "../read/shape-base.ts";
import { EMPTY } from "../read/shape-schema.ts";
import { RULES } from "../rules/index.ts";
import { KNOWN_NAMES, type Grounds } from "./grounds.ts";

/** The files that have a schema. */
export const SCHEMA_NAMES = ["entry", "office", "profile", "plan"] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];

const TITLES: Readonly<Record<SchemaName, string>> = {
  entry: "信息（条目）",
  office: "工作区设置 zhuanbao.yaml",
  profile: "规则集",
  plan: "编排单",
};

/** The JSON Schema of a kind of file, with the names that the office and its rule packs know. */
export function schemaFor(name: SchemaName, { office, profile }: Pick<Grounds, "office" | "profile">): JsonSchema {
  const made: Readonly<Record<SchemaName, () => JsonSchema>> = {
    entry: () => entrySchema(office, profile),
    office: () => officeSchema(),
    profile: () => profileSchema(),
    plan: () => schemaOf(planFields),
  };
  return { $schema: "http://json-schema.org/draft-07/schema#", title: TITLES[name], ...made[name]() };
}

type Properties = Readonly<Record<string, JsonSchema>>;

function propertiesOf(schema: JsonSchema): Properties {
  return (schema["properties"] ?? {}) as Properties;
}

/** The same schema with other words for some keys, Chinese and English alike; the descriptions stay. */
function withProperties(schema: JsonSchema, changes: Properties): JsonSchema {
  const before = propertiesOf(schema);
  const changed = Object.entries(changes).map(([key, change]) => [key, { ...keepWords(before[key]), ...change }]);
  return { ...schema, properties: { ...before, ...Object.fromEntries(changed) } };
}

function keepWords(schema: JsonSchema = {}): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key === "description" || key === "doNotSuggest"));
}

function entrySchema(office: Office, profile: Profile): JsonSchema {
  const base = schemaOf(readFields);
  const units = office.units.flatMap(({ name, short }) => (short === null ? [name] : [name, short]));
  const schema = withProperties(base, {
    ...both(["类别", "category"], { enum: [...profile.categories.keys()] }),
    ...(units.length > 0 ? both(["报送单位", "unit"], oneOrSeveral({ enum: units })) : {}),
    ...both(["主题", "themes"], oneOrSeveral(suggested(office.themes.map(({ name }) => name)))),
    ...both(["决策事项", "decision"], suggested(office.decisions.map(({ id }) => id))),
    ...both(["约稿", "commission"], suggested(office.commissions.map(({ id }) => id))),
  });
  const owed = (schema["allOf"] ?? []) as readonly JsonSchema[];
  // In Markdown the text below the front matter is the 正文; the rest of it is the same.
  return { ...schema, allOf: [...owed, ...conditions(profile)] };
}

/** What is required only under conditions, as `read/owed.ts` says it. */
function conditions({ urgent }: Profile): JsonSchema[] {
  const is = (keys: readonly [string, string], values: readonly string[]): JsonSchema => ({
    // What is asked of a key here is no offer to write it.
    anyOf: keys.map((key) => ({ properties: { [key]: { enum: values, doNotSuggest: true } }, required: [key] })),
  });
  const owe = (...keys: readonly (readonly [string, string])[]): JsonSchema => ({
    allOf: keys.map(([key, name]) => ({
      anyOf: [{ required: [key] }, { required: [name] }],
      errorMessage: `缺少“${key}”`,
    })),
  });
  return [
    {
      if: is(["类别", "category"], [urgent.category]),
      // oxlint-disable-next-line unicorn/no-thenable -- a key of JSON Schema
      then: owe(["联系电话", "phone"], ["事发时间", "occurred"], ["报送记录", "timeline"]),
    },
    { if: is(["渠道", "channel"], ["电话补录", "纸质补录"]), else: owe(["签发人", "approver"]) },
  ];
}

function both(keys: readonly [string, string], schema: JsonSchema): Properties {
  return Object.fromEntries(keys.map((key) => [key, schema]));
}

function oneOrSeveral(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: "array", items: schema }, EMPTY] };
}

/** Names that are offered; others may be written all the same. */
function suggested(names: readonly string[]): JsonSchema {
  const any = { anyOf: [{ type: ["string", "number"] }, EMPTY] };
  return names.length === 0 ? any : { anyOf: [{ enum: names }, any] };
}

function officeSchema(): JsonSchema {
  const base = schemaOf(officeFields);
  const setting = (propertiesOf(base)["规则"]?.["anyOf"] as readonly JsonSchema[] | undefined)?.[0];
  const each = (setting?.["additionalProperties"] ?? {}) as JsonSchema;
  const named = RULES.filter(({ fixed }) => !fixed).map(({ name, summary }) => [
    name,
    { ...each, description: summary },
  ]);
  const rules = { type: ["object", "null"], properties: Object.fromEntries(named), additionalProperties: false };
  return withProperties(base, both(["规则", "rules"], rules));
}

/** 数值 and 词表 hold the names that rules go by. */
function profileSchema(): JsonSchema {
  const base = schemaOf(profileFields);
  const uses = [...KNOWN_NAMES];
  const named = (part: string): JsonSchema => {
    const of = (propertiesOf(base)[part]?.["anyOf"] as readonly JsonSchema[] | undefined)?.[0];
    const each = (of?.["additionalProperties"] ?? {}) as JsonSchema;
    const names = uses.flatMap((use) => (use.startsWith(`${part}.`) ? [use.slice(part.length + 1)] : []));
    return {
      type: ["object", "null"],
      properties: Object.fromEntries(names.map((name) => [name, each])),
      additionalProperties: false,
    };
  };
  return withProperties(base, {
    ...both(["数值", "figures"], named("数值")),
    ...both(["词表", "words"], named("词表")),
  });
}
