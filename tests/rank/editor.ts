import { isMap, isSeq, parseDocument, YAMLSeq, type Document, type YAMLMap } from "yaml";

/** An editor at work in the file of a plan: the changes people make by hand, one function each. */
export type Edit = (text: string) => string;

function edited(text: string, change: (document: Document) => void): string {
  const document = parseDocument(text, { schema: "failsafe" });
  change(document);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function listAt(node: unknown, key: string): YAMLSeq {
  if (!isMap(node)) throw new Error("no mapping");
  const list = node.get(key);
  if (isSeq(list)) {
    list.flow = false;
    return list;
  }
  const made = new YAMLSeq();
  node.set(key, made);
  return made;
}

function groupsOf(document: Document): YAMLMap[] {
  return listAt(document.contents, "分组").items as YAMLMap[];
}

/** Cuts a row out of its group, or out of 不用. */
function take(document: Document, id: string): YAMLMap {
  for (const list of [...groupsOf(document).map((group) => listAt(group, "条目")), listAt(document.contents, "不用")]) {
    const at = (list.items as YAMLMap[]).findIndex((row) => String(row.get("编号")) === id);
    if (at >= 0) return list.items.splice(at, 1)[0] as YAMLMap;
  }
  throw new Error(`no row ${id}`);
}

function groupNamed(document: Document, name: string): YAMLMap {
  const found = groupsOf(document).find((group) => String(group.get("名称")) === name);
  if (found) return found;
  const made = document.createNode({ 名称: name, 条目: [] }) as YAMLMap;
  listAt(document.contents, "分组").add(made);
  return made;
}

/** Moves a row to a place in a group; a new group stands last. */
export function move(id: string, group: string, index = 999): Edit {
  return (text) =>
    edited(text, (document) => {
      const row = take(document, id);
      row.delete("因");
      listAt(groupNamed(document, group), "条目").items.splice(index, 0, row);
    });
}

/** Takes a row away, as if its lines were deleted. */
export function remove(id: string): Edit {
  return (text) => edited(text, (document) => void take(document, id));
}

/** Puts a row under 不用, with a reason or without. */
export function drop(id: string, why?: string): Edit {
  return (text) =>
    edited(text, (document) => {
      take(document, id);
      listAt(document.contents, "不用").add(
        document.createNode(why === undefined ? { 编号: id } : { 编号: id, 因: why }),
      );
    });
}

/** Writes a key into a row. */
export function set(id: string, key: string, value: string | string[]): Edit {
  return (text) =>
    edited(text, (document) => {
      const row = groupsOf(document)
        .flatMap((group) => listAt(group, "条目").items as YAMLMap[])
        .find((each) => String(each.get("编号")) === id);
      if (!row) throw new Error(`no row ${id}`);
      row.set(key, document.createNode(value));
    });
}

/** Merges rows into another: they are cut out, and the other names them. */
export function merge(into: string, ...ids: string[]): Edit {
  return (text) => set(into, "合并", ids)(ids.reduce((now, id) => remove(id)(now), text));
}

/** Writes a comment above a row. */
export function comment(id: string, words: string): Edit {
  return (text) =>
    text.replace(new RegExp(`^( *)- 编号: ${id}$`, "mu"), (line, indent: string) => `${indent}# ${words}\n${line}`);
}
