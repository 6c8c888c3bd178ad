import type { CommandModule } from "./command.ts";

/** A command before it is loaded: enough for the help. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<CommandModule>;
}

/** Every command, in the order the help lists them. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "init",
    summary: "新建工作区：写好 zhuanbao.yaml 和各目录，随即可用",
    load: async () => (await import("./init.ts")).init,
  },
  {
    name: "new",
    summary: "逐项询问，录入一条信息；接到电话报告用 new --phone",
    load: async () => (await import("./new.ts")).newEntry,
  },
  {
    name: "sort",
    summary: "收件：逐条登记，合格的和紧急的收下，有差错的连退稿单退回",
    load: async () => (await import("./sort.ts")).sort,
  },
  {
    name: "check",
    summary: "校核信息和工作区，指出差错所在和改法",
    load: async () => (await import("./check.ts")).check,
  },
  {
    name: "explain",
    summary: "查规则的说明、依据和例子；不写规则名则列出全部",
    load: async () => (await import("./explain.ts")).explain,
  },
  {
    name: "plan",
    summary: "写出或更新编排单：收哪些、排在哪组、为什么",
    load: async () => (await import("./plan.ts")).plan,
  },
  {
    name: "compile",
    summary: "按编排单编排成稿，生成 DOCX 文件",
    load: async () => (await import("./compile.ts")).compile,
  },
  {
    name: "publish",
    summary: "按编排单编发：取期号、定日期、写成稿、记入台账",
    load: async () => (await import("./publish.ts")).publish,
  },
  {
    name: "inspect",
    summary: "检查一份 DOCX 的版式，指出哪页哪段不合规定，可另存改好的",
    load: async () => (await import("./inspect.ts")).inspect,
  },
  {
    name: "digest",
    summary: "自动编发：把一周、一月的信息编成草稿，给定时任务用，不提问，不重编",
    load: async () => (await import("./digest.ts")).digest,
  },
  {
    name: "schedule",
    summary: "印出定时任务：放进 crontab、systemd 或 Windows 任务计划的一行",
    load: async () => (await import("./schedule.ts")).schedule,
  },
  {
    name: "ledger",
    summary: "台账：编发过的各期，查缺号重号改动，作废，记批示、反馈、采用",
    load: async () => (await import("./ledger.ts")).ledger,
  },
  {
    name: "coverage",
    summary: "全方位：谁报了什么、缺什么、有什么苗头，按缺口写约稿单",
    load: async () => (await import("./coverage.ts")).coverage,
  },
  {
    name: "adoption",
    summary: "采用情况：一个月里各单位报送、采用多少，写成通报",
    load: async () => (await import("./adoption.ts")).adoption,
  },
  {
    name: "themes",
    summary: "关注点和决策事项：各有多少条信息，哪些还没有，阶段工作有什么新变化",
    load: async () => (await import("./themes.ts")).themes,
  },
  {
    name: "search",
    summary: "查旧档：按词、单位、地点、关注点、时间找登过的和报来的信息",
    load: async () => (await import("./search.ts")).search,
  },
  {
    name: "doctor",
    summary: "看这台机器的字体、LibreOffice、台账、时区、节假日表齐不齐",
    load: async () => (await import("./doctor.ts")).doctor,
  },
  {
    name: "template",
    summary: "把自带的模板和版式复制到工作区，改文字、改样子，不用写程序",
    load: async () => (await import("./template.ts")).template,
  },
  {
    name: "schema",
    summary: "信息、设置、规则集、编排单的 JSON Schema，供编辑器补全和说明",
    load: async () => (await import("./schema.ts")).schema,
  },
];
