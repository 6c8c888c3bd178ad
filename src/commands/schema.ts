import { nearest } from "../base/similar.ts";
import { quote, visible } from "../base/visible.ts";
import { addExamples } from "../cli/examples.ts";
import { SCHEMA_NAMES, schemaFor, type SchemaName } from "../pipeline/schemas.ts";
import { toJson } from "../report/json.ts";
import { EXIT, UsageError, type Call, type CommandModule, type ExitCode } from "./command.ts";
import { writeEditorFiles } from "./schema/editor.ts";
import { openOffice, openWorkspace } from "./workspace.ts";

/** `zhuanbao schema`: JSON Schemas for editors and other programs. */
export const schema: CommandModule = {
  define(command) {
    command
      .argument("[种类]", "entry（信息）、office（工作区设置）、profile（规则集）、plan（编排单）；不写则四种都列出")
      .option("--write", "写进工作区的 .vscode/，使 VS Code 编辑时有中文补全和说明");
    addExamples(
      command,
      ["zhuanbao schema entry", "信息的 JSON Schema，含本工作区的单位、关注点"],
      ["zhuanbao schema --write", "单位、规则集改过之后，更新编辑器用的各 Schema"],
    );
  },
  run: async (call) => (call.options["write"] === true ? write(call) : show(call)),
};

function show(call: Call): ExitCode {
  const name = nameOf(call.args[0]);
  const { grounds } = openWorkspace(call);
  const all = (): object => Object.fromEntries(SCHEMA_NAMES.map((each) => [each, schemaFor(each, grounds)]));
  call.world.stdout.write(toJson(name === null ? all() : schemaFor(name, grounds)));
  return EXIT.clean;
}

function nameOf(given: string | undefined): SchemaName | null {
  if (given === undefined) return null;
  const found = SCHEMA_NAMES.find((name) => name === given);
  if (found) return found;
  const near = nearest(given, SCHEMA_NAMES);
  throw new UsageError(
    `没有“${quote(given)}”这种 Schema`,
    `${near ? `是不是“${near}”？` : ""}可写：${SCHEMA_NAMES.join("、")}`,
  );
}

function write(call: Call): ExitCode {
  if (call.args.length > 0) throw new UsageError("--write 写出全部四种，不必再写种类", "请去掉种类，或去掉 --write");
  const { written, kept } = writeEditorFiles(call.world, openOffice(call));
  for (const path of written) call.world.stderr.write(`已写出 ${visible(path)}\n`);
  for (const path of kept)
    call.world.stderr.write(`${visible(path)} 已经有了，没有改动；要用这些 Schema，请在其中的 yaml.schemas 里加上\n`);
  return EXIT.clean;
}
