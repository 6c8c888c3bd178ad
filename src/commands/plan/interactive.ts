import { visible } from "../../base/visible.ts";
import { fitted } from "../../base/width.ts";
import type { Plan } from "../../model/plan.ts";
import type { Draft } from "../../pipeline/draft.ts";
import { planText, tryPlan } from "../../pipeline/draft.ts";
import { askerAt, type Asker } from "../ask.ts";
import { EXIT, UsageError, type Call, type ExitCode } from "../command.ts";
import { dirname, shownPath } from "../paths.ts";
import { loadPlan } from "../plans.ts";
import type { World } from "../../world.ts";
import type { Job } from "./prepare.ts";
import { actOnProposal, actOnRow, bringBack, writeNote, type Desk } from "./acts.ts";

/** `plan --interactive`: the plan as a list, changed by choosing; nothing is written until it is saved. */
export async function arrangeByHand(call: Call, job: Job, made: Draft): Promise<ExitCode> {
  if (!call.globals.interactive)
    throw new UsageError("--interactive 要在终端里用", "不在终端时请直接改编排单，再运行 zhuanbao plan");
  const asker = await askerAt(call.world, call.globals.colour);
  const session = new Session(call, job, made, asker);
  return session.run();
}

/** Plans that can be gone back to. */
const MOST_UNDO = 200;

class Session {
  readonly #call: Call;
  readonly #job: Job;
  readonly #made: Draft;
  readonly #asker: Asker;
  readonly #done: Plan[] = [];
  #plan: Plan;
  /** Where the cursor stands in the list. */
  #cursor = 0;

  constructor(call: Call, job: Job, made: Draft, asker: Asker) {
    [this.#call, this.#job, this.#made, this.#asker, this.#plan] = [call, job, made, asker, made.plan];
  }

  async run(): Promise<ExitCode> {
    for (;;) {
      const choices = [...this.#rows(), ...this.#commands()];
      const chosen = await this.#asker.choose(
        `${this.#plan.publication} ${this.#plan.date}：选一条来改（往下还有不用的、按语、撤销、保存；键入“保存”可跳到）`,
        choices.map(({ label }) => label),
        Math.min(this.#cursor, choices.length - 1),
      );
      this.#cursor = choices.findIndex(({ label }) => label === chosen);
      const choice = choices[this.#cursor];
      if (!choice) return EXIT.interrupted;
      const code = await choice.act();
      if (typeof code === "number") return code;
    }
  }

  #desk(): Desk {
    const { found } = this.#job;
    return { asker: this.#asker, found, made: this.#made, say: (line) => this.#say(line) };
  }

  #say(line: string): void {
    this.#call.world.terminal.output.write(`${line}\n`);
  }

  #set(plan: Plan): void {
    if (plan === this.#plan) return;
    this.#done.push(this.#plan);
    if (this.#done.length > MOST_UNDO) this.#done.shift();
    this.#plan = plan;
  }

  #rows(): Choice[] {
    let number = 0;
    const columns = this.#call.world.stdout.columns;
    return this.#plan.groups.flatMap(({ name, rows }) =>
      rows.map((row) => {
        const marks = `${row.pinned ? "★" : ""}${row.merged.length > 0 ? `（并 ${row.merged.length} 条）` : ""}`;
        const score = this.#made.notes.get(row.id)?.split(" ")[0] ?? "—";
        const head = `${String(++number).padStart(2)} ${visible(name)} ${score}分 ${marks}`;
        const label = fitted(`${head}${visible(row.printTitle ?? row.title)}`, columns - 4);
        return { label, act: async () => this.#set(await actOnRow(this.#plan, row.id, this.#desk())) };
      }),
    );
  }

  #commands(): Choice[] {
    const { dropped, proposals, note } = this.#plan;
    const open = proposals.filter(({ taken }) => taken === null).length;
    const last = this.#done.length;
    return [
      ...(dropped.length > 0
        ? [
            {
              label: `不用的（${dropped.length} 条）`,
              act: async () => this.#set(await bringBack(this.#plan, this.#desk())),
            },
          ]
        : []),
      ...(open > 0
        ? [
            {
              label: `拟合并的（${open} 组）`,
              act: async () => this.#set(await actOnProposal(this.#plan, this.#desk())),
            },
          ]
        : []),
      {
        label: note === null ? "写按语" : "改按语",
        act: async () => this.#set(await writeNote(this.#plan, this.#desk())),
      },
      ...(last > 0 ? [{ label: `撤销上一步（可撤 ${last} 步）`, act: () => this.#undo() }] : []),
      { label: "保存并退出", act: () => this.#save() },
      { label: last > 0 ? "不保存，退出" : "退出", act: () => this.#leave() },
    ];
  }

  #undo(): void {
    this.#plan = this.#done.pop() ?? this.#plan;
  }

  async #leave(): Promise<ExitCode | undefined> {
    if (this.#done.length === 0) return EXIT.clean;
    const sure = await this.#asker.choose(`改了 ${this.#done.length} 步没有保存，确定不要了？`, [
      "不要了，退出",
      "返回",
    ]);
    return sure === "返回" ? undefined : EXIT.clean;
  }

  /** Writes the plan, unless somebody wrote it meanwhile: then beside it, so that nothing of either is lost. */
  #save(): ExitCode {
    const { world } = this.#call;
    const { path, former, workspace } = this.#job;
    const text = planText(this.#plan, this.#made.text, this.#made, this.#job.found);
    const now = loadPlan(world, workspace, path);
    const untouched = (now?.source.text ?? null) === (former?.source.text ?? null);
    const target = untouched ? path : freeName(world, path);
    tryPlan(text, shownPath(workspace.root, target), this.#job.found);
    world.files.makeFolder(dirname(target));
    world.files.replace(target, new TextEncoder().encode(text));
    const shown = visible(shownPath(workspace.root, target));
    if (untouched) this.#say(`已写出编排单 ${shown}；接着运行 zhuanbao compile`);
    else this.#say(`编排单在此期间被别人改过，没有覆盖；您改的写在 ${shown}，请两份对照`);
    return untouched ? EXIT.clean : EXIT.errors;
  }
}

/** A name beside that of a plan, which nobody uses yet. */
function freeName(world: World, path: string): string {
  for (let number = 1; ; number++) {
    const other = path.replace(/(\.ya?ml)?$/u, `-另存${number === 1 ? "" : number}$1`);
    if (world.files.kind(other) === null) return other;
  }
}

interface Choice {
  readonly label: string;
  readonly act: () => Promise<ExitCode | undefined | void> | ExitCode | void;
}
