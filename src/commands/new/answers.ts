import { UsageError, type Call } from "../command.ts";
import type { Asker } from "../ask.ts";
import type { Desk } from "./desk.ts";
import { courseOf, type Step } from "./course.ts";
import { QUESTIONS, type Question } from "./questions.ts";

/** Answers by flag, each in the form it is written in; what was not answered is absent. */
export type Answers = ReadonlyMap<string, readonly string[]>;

/** Takes answers from the options and, where there is somebody to ask, asks for the rest. */
export async function collect(desk: Desk, options: Call["options"], asker: Asker | null): Promise<Answers> {
  const answers = new Map<string, readonly string[]>();
  for (const question of QUESTIONS) {
    const given = options[camelCase(question.flag)];
    if (given === undefined) continue;
    const values = Array.isArray(given) ? (given as string[]).flatMap(split) : [given as string];
    answers.set(
      question.flag,
      values.map((value) => readOption(question, value, desk)),
    );
  }
  const missing: string[] = [];
  await complete({ desk, asker, answers, missing }, [{ flag: "category", required: !desk.phone }]);
  const [category = ""] = answers.get("category") ?? [];
  await complete({ desk, asker, answers, missing }, courseOf(desk, category));
  if (missing.length === 0) return answers;
  const flags = missing.map((flag) => (flag === "body" ? "--body（或 --body-file）" : `--${flag}`));
  throw new UsageError(`缺少 ${flags.join("、")}`, "请补上这些选项；在终端里直接运行 zhuanbao new 会逐项询问");
}

interface Progress {
  readonly desk: Desk;
  readonly asker: Asker | null;
  readonly answers: Map<string, readonly string[]>;
  readonly missing: string[];
}

async function complete({ desk, asker, answers, missing }: Progress, steps: readonly Step[]): Promise<void> {
  for (const { flag, required } of steps) {
    if (answers.has(flag) || (flag === "category" && desk.phone)) continue;
    const question = QUESTIONS.find((each) => each.flag === flag) as Question;
    const values = asker ? await put(question, required, { desk, asker }) : [];
    if (values.length > 0) answers.set(flag, values);
    else if (required) missing.push(flag);
  }
}

async function put(
  question: Question,
  required: boolean,
  { desk, asker }: { desk: Desk; asker: Asker },
): Promise<string[]> {
  const choices = question.choices?.(desk) ?? [];
  if (question.flag === "body") return [await bodyText(question, asker)];
  if (choices.length > 0) return chosen(question, choices, { desk, asker });
  const fallback = fallbackOf(question, desk);
  const parts = (answer: string): string[] =>
    question.several ? split(answer) : [answer.trim()].filter((each) => each !== "");
  const check = (answer: string): string | null => {
    const values = parts(answer);
    if (values.length === 0) return required ? "这一项必填" : null;
    return values.map((value) => problemOf(question, value, desk)).find((problem) => problem !== null) ?? null;
  };
  const answer = await asker.line({ message: question.message, fallback, check });
  return parts(answer).map((value) => read(question, value, desk));
}

/** Asked until there is one: what was typed so far is not thrown away for want of it. */
async function bodyText({ message }: Question, asker: Asker): Promise<string> {
  let text = await asker.text(message);
  while (text.trim() === "") text = await asker.text(`${message}（必填，掌握多少写多少）`);
  return text;
}

const OTHER = "其他单位";

/** On the telephone a unit that is not listed may be typed. */
async function chosen(
  question: Question,
  choices: readonly string[],
  { desk, asker }: { desk: Desk; asker: Asker },
): Promise<string[]> {
  const open = question.flag === "unit" && desk.phone;
  const answer = await asker.choose(question.message, open ? [...choices, OTHER] : choices);
  if (answer !== OTHER || !open) return [answer];
  const check = (name: string): string | null => (name.trim() === "" ? "这一项必填" : null);
  return [await asker.line({ message: "单位名称", fallback: "", check })];
}

/** Where the event is being reported as it is taken down, now is the nearest guess. */
function fallbackOf({ flag, read: form }: Question, desk: Desk): string {
  if (flag !== "occurred" || !desk.phone || !form) return "";
  return clockOf(desk);
}

function clockOf({ now }: Desk): string {
  const clock = now.clock ?? 0;
  return `${String(Math.floor(clock / 60)).padStart(2, "0")}:${String(clock % 60).padStart(2, "0")}`;
}

function read({ read: form }: Question, value: string, desk: Desk): string {
  return form ? form(value, desk) : value;
}

function problemOf(question: Question, value: string, desk: Desk): string | null {
  try {
    read(question, value, desk);
    return null;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return `${error.message}。${error.hint}`;
  }
}

/** The same complaint, naming the option it is about. */
function readOption(question: Question, value: string, desk: Desk): string {
  if (value.trim() === "") throw new UsageError(`--${question.flag} 是空的`, `请写出${question.value}`);
  try {
    return read(question, value, desk);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`--${question.flag}：${error.message}`, error.hint);
  }
}

function split(answer: string): string[] {
  return answer
    .split(/[、；;]/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** The name commander gives an option. */
function camelCase(flag: string): string {
  return flag.replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}
