import { SCHEMA_NAMES, schemaFor, type SchemaName } from "../../pipeline/schemas.ts";
import { toJson } from "../../report/json.ts";
import type { World } from "../../world.ts";
import { join } from "../paths.ts";
import type { Workspace } from "../workspace.ts";

const FOLDER = ".vscode";
const SETTINGS = `${FOLDER}/settings.json`;
const EXTENSIONS = `${FOLDER}/extensions.json`;

/** What was done for the editor, as paths below the office. */
export interface EditorFiles {
  readonly written: readonly string[];
  /** Settings that were there already and stay as they are. */
  readonly kept: readonly string[];
}

/** The schemas, and the settings of VS Code that point at them; settings somebody has already are left alone. */
export function writeEditorFiles(world: World, { root, grounds }: Workspace): EditorFiles {
  const { files } = world;
  files.makeFolder(join(root, FOLDER));
  const written: string[] = [];
  for (const name of SCHEMA_NAMES) {
    files.replace(join(root, fileOf(name)), bytes(schemaFor(name, grounds)));
    written.push(fileOf(name));
  }
  const kept: string[] = [];
  const settings: [string, object][] = [
    [SETTINGS, settingsFor(grounds.office)],
    [EXTENSIONS, { recommendations: ["redhat.vscode-yaml"] }],
  ];
  for (const [path, value] of settings) {
    if (files.create(join(root, path), bytes(value))) written.push(path);
    else kept.push(path);
  }
  return { written, kept };
}

function fileOf(name: SchemaName): string {
  return `${FOLDER}/zhuanbao-${name}.schema.json`;
}

function bytes(value: object): Uint8Array {
  return new TextEncoder().encode(toJson(value));
}

/** Which files have which schema; 规则/ is where an office is told to keep its own rule packs. */
function settingsFor({ paths, profiles }: Workspace["grounds"]["office"]): object {
  const own = profiles.filter((name) => /\.ya?ml$/iu.test(name) && !name.startsWith("规则/"));
  return {
    "yaml.schemas": {
      [fileOf("entry")]: [`${paths.entries}/**/*.yaml`, `${paths.entries}/**/*.yml`].flatMap(bothWays),
      [fileOf("office")]: ["zhuanbao.yaml"],
      [fileOf("plan")]: bothWays(`${paths.plans}/*.yaml`),
      [fileOf("profile")]: ["规则/*.yaml", ...own].flatMap(bothWays),
    },
    "yaml.yamlVersion": "1.2",
    // A formatter would break lines that are paragraphs.
    "yaml.format.enable": false,
  };
}

/** The YAML extension holds patterns against the address of a file, in which Chinese is written in percents. */
function bothWays(pattern: string): string[] {
  const encoded = encodeURI(pattern);
  return encoded === pattern ? [pattern] : [pattern, encoded];
}
