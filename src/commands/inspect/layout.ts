import { quote, visible } from "../../base/visible.ts";
import type { Finding } from "../../model/diagnostic.ts";
import type { Layout } from "../../model/layout.ts";
import type { Source } from "../../model/source.ts";
import { kindOf, readLayoutFile, type Opened } from "../../pipeline/inspect.ts";
import type { World } from "../../world.ts";
import { UsageError, type Call } from "../command.ts";
import { textOption } from "../options.ts";
import { join, shownPath, typedPath } from "../paths.ts";
import {
  choosePublication,
  DEFAULT_PUBLICATION,
  isPaper,
  layoutBases,
  loadPaper,
  loadPublication,
  paperTitled,
  type PaperName,
  shipped,
} from "../publication.ts";
import { readText, shippedPath, type Workspace } from "../workspace.ts";

/** A layout to judge by, and how it came to be chosen; without one, what is wrong with it. */
export interface ChosenLayout {
  readonly layout: Layout | null;
  readonly findings: readonly Finding[];
  /** `信息专报（按刊名“信息专报”）`. */
  readonly words: string;
}

/** The layout of papers that are no brief. */
const STANDARD = "gb9704";

/** The layout asked for, or the one that the paper seems to be made by. Files are read once. */
export class Layouts {
  readonly #call: Call;
  readonly #workspace: Workspace;
  readonly #read = new Map<string, ReturnType<typeof readLayoutFile>>();

  constructor(call: Call, workspace: Workspace) {
    this.#call = call;
    this.#workspace = workspace;
    const [publication, layout] = [textOption(call.options, "publication"), textOption(call.options, "layout")];
    if (publication !== null && layout !== null)
      throw new UsageError("--publication 与 --layout 不能同时使用", "只写其中一个");
  }

  for({ paper }: Opened): ChosenLayout {
    const { options } = this.#call;
    const publication = textOption(options, "publication");
    if (publication !== null) return this.#ofPublication(publication, "--publication 指定");
    const named = textOption(options, "layout");
    if (named !== null) return this.#named(named);
    if (paper === null) return this.#standard("没有读出");
    const { masthead, heads, brief } = kindOf(paper);
    const known = masthead === null ? undefined : this.#names().find((name) => name === masthead);
    if (known !== undefined) return this.#ofPublication(known, `按刊名“${quote(known)}”`);
    const paperName = masthead === null ? paperTitled(heads) : null;
    if (paperName !== null) return this.#ofPaper(paperName);
    return brief
      ? this.#ofPublication(DEFAULT_PUBLICATION, "有红色刊名和期号，当作简报")
      : this.#standard("没有认出是哪种刊物");
  }

  #names(): string[] {
    const own = this.#workspace.grounds.office.publications.map(({ name }) => name);
    const { world } = this.#call;
    return [...own, ...world.files.list(shipped(world)).filter((name) => !isPaper(name))];
  }

  #ofPublication(name: string, why: string): ChosenLayout {
    const { world } = this.#call;
    const publication = choosePublication(world, this.#workspace, name);
    const { layout, bases, looks } = loadPublication(world, this.#workspace, publication);
    const chosen = looks.length > 0 ? `、${publication.looks.map((look) => quote(look)).join("、")}` : "";
    return this.#chosen(layout, { bases, looks }, `${quote(name)}${chosen}（${why}）`);
  }

  #ofPaper(name: PaperName): ChosenLayout {
    const { layout, bases, looks } = loadPaper(this.#call.world, this.#workspace, name);
    return this.#chosen(layout, { bases, looks }, `${name}（按标题）`);
  }

  #standard(why: string): ChosenLayout {
    const path = join(layoutsFolder(this.#call.world), `${STANDARD}.yaml`);
    return this.#fromFile(path, `GB/T 9704-2012（${why}）`);
  }

  /** A file, the name of a layout, or that of a publication or other paper. */
  #named(named: string): ChosenLayout {
    const { world, globals } = this.#call;
    const typed = typedPath(globals.folder, named);
    const paths = [
      typed,
      join(typed, "layout.yaml"),
      join(layoutsFolder(world), `${named}.yaml`),
      join(shipped(world), named, "layout.yaml"),
    ];
    const path = paths.find((each) => world.files.kind(each) === "file");
    if (path !== undefined) return this.#fromFile(path, `${quote(named)}（--layout 指定）`);
    const own = [STANDARD, ...world.files.list(shipped(world))];
    throw new UsageError(`没有版式“${quote(named)}”`, `可写版式文件（.yaml），或名称：${own.join("、")}`);
  }

  #fromFile(path: string, words: string): ChosenLayout {
    const { world } = this.#call;
    const { root } = this.#workspace;
    const shown = path.startsWith(world.home) ? shippedPath(world, root, path) : shownPath(root, path);
    return this.#chosen(readText(world, path, shown), { bases: layoutBases(world, root), looks: [] }, words);
  }

  #chosen(source: Source, over: Parameters<typeof readLayoutFile>[1], words: string): ChosenLayout {
    const key = [source, ...over.looks].map(({ path }) => path).join("\n");
    const read = this.#read.get(key) ?? readLayoutFile(source, over);
    this.#read.set(key, read);
    return { ...read, words: visible(words) };
  }
}

function layoutsFolder({ home }: World): string {
  return join(home, "templates", "layouts");
}
