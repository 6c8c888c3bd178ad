import { isMap, parseDocument, Scalar, YAMLMap, YAMLSeq } from "yaml";

/** What an office is set up with; what is null or empty stays as the template has it. */
export interface OfficeDraft {
  readonly name: string;
  readonly units: readonly string[];
  readonly reportTo: readonly string[];
  readonly sendTo: readonly string[];
  readonly copies: number | null;
}

/** The template with the values filled in; its comments stay. */
export function writeOffice(template: string, draft: OfficeDraft): string {
  const document = parseDocument(template, { schema: "failsafe" });
  document.set("机关", new Scalar(draft.name));
  if (draft.units.length > 0) document.set("单位", unitList(draft.units));
  const publications = document.get("刊物");
  for (const { value } of isMap(publications) ? publications.items : []) {
    if (!isMap(value)) continue;
    if (draft.reportTo.length > 0) value.set("报", flowList(draft.reportTo));
    if (draft.sendTo.length > 0) value.set("送", flowList(draft.sendTo));
    if (draft.copies !== null) value.set("印数", new Scalar(String(draft.copies)));
  }
  return `${document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd()}\n`;
}

function unitList(names: readonly string[]): YAMLSeq {
  const list = new YAMLSeq();
  list.items = names.map((name) => {
    const unit = new YAMLMap();
    unit.set("名称", new Scalar(name));
    return unit;
  });
  return list;
}

function flowList(values: readonly string[]): YAMLSeq {
  const list = new YAMLSeq();
  list.items = values.map((value) => new Scalar(value));
  list.flow = true;
  return list;
}
