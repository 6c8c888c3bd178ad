/** Namespaces that get their usual prefix; the second of a kind is that of Strict Open XML. */
const PREFIXES = new Map([
  ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"],
  ["http://purl.oclc.org/ooxml/officeDocument/relationships", "r"],
  ["http://schemas.openxmlformats.org/drawingml/2006/main", "a"],
  ["http://purl.oclc.org/ooxml/drawingml/main", "a"],
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
  ["http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "cp"],
  ["http://purl.org/dc/elements/1.1/", "dc"],
  ["http://schemas.openxmlformats.org/package/2006/relationships", ""],
  ["http://schemas.openxmlformats.org/package/2006/content-types", ""],
]);
const USUAL = new Set(PREFIXES.values());

type Attributes = Readonly<Record<string, string>>;

/** What a prefix stands for: its namespace, and the prefix that takes its place. */
interface Bound {
  readonly usual: string;
  readonly uri: string;
}

type Scope = ReadonlyMap<string, Bound>;

/** Attributes whose value is a list of prefixes. */
const LISTS = /^(?:Ignorable|ProcessContent|MustUnderstand|Requires)$/u;

/** Which prefix stands for which, as declarations open and close. */
export class Names {
  readonly #scopes: Scope[] = [new Map()];
  readonly #spaces = new Map<string, Set<string>>();
  readonly #renamed = new Set<string>();
  #listed = false;

  enter(name: string, attributes: Attributes): { name: string; attributes: Record<string, string>; space: string } {
    const scope = this.#scopeOf(attributes);
    this.#scopes.push(scope);
    const own: Record<string, string> = Object.create(null) as Record<string, string>;
    for (const [key, value] of Object.entries(attributes)) {
      own[attributeName(key, value, scope)] = value;
      if (LISTS.test(key.slice(key.indexOf(":") + 1))) this.#list(value, scope);
    }
    const prefix = prefixOf(name);
    if (prefix === "" && !scope.has("")) this.#bind("", { usual: "", uri: "" });
    return { name: qualified(name, scope, true), attributes: own, space: scope.get(prefix)?.uri ?? "" };
  }

  leave(): void {
    this.#scopes.pop();
  }

  /** Whether two namespaces would come under one prefix when written, or a prefix that a value names is gone. */
  get mixed(): boolean {
    return (
      this.#listed ||
      [...this.#renamed].some((usual) => (this.#spaces.get(usual)?.size ?? 0) > 1 || usual.endsWith(ASIDE))
    );
  }

  #scopeOf(attributes: Attributes): Scope {
    const above = this.#scopes.at(-1) ?? new Map<string, Bound>();
    let own: Map<string, Bound> | null = null;
    for (const [key, uri] of Object.entries(attributes)) {
      if (!isDeclaration(key)) continue;
      const prefix = key.slice(6);
      if (above.get(prefix)?.uri === uri) continue;
      const bound = { usual: usualFor(prefix, uri), uri };
      this.#bind(prefix, bound);
      own ??= new Map(above);
      own.set(prefix, bound);
    }
    return own ?? above;
  }

  #bind(prefix: string, { usual, uri }: Bound): void {
    if (usual !== prefix) this.#renamed.add(usual);
    this.#spaces.set(usual, (this.#spaces.get(usual) ?? new Set()).add(uri));
  }

  #list(value: string, scope: Scope): void {
    const gone = (prefix: string): boolean => (scope.get(prefix)?.usual ?? prefix) !== prefix;
    this.#listed ||= value.split(/\s+/u).some(gone);
  }
}

/** A usual prefix that stands for another namespace here is set aside, so that nothing of it is taken for the usual. */
const ASIDE = "-other";

function usualFor(prefix: string, uri: string): string {
  return PREFIXES.get(uri) ?? (prefix !== "" && USUAL.has(prefix) ? prefix + ASIDE : prefix);
}

function isDeclaration(key: string): boolean {
  return key === "xmlns" || key.startsWith("xmlns:");
}

function prefixOf(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf(":")));
}

function qualified(name: string, scope: Scope, takesDefault: boolean): string {
  const prefix = prefixOf(name);
  if (prefix === "" && !takesDefault) return name;
  const usual = scope.get(prefix)?.usual ?? prefix;
  const local = name.slice(name.indexOf(":") + 1);
  return usual === "" ? local : `${usual}:${local}`;
}

function attributeName(key: string, uri: string, scope: Scope): string {
  if (!isDeclaration(key)) return qualified(key, scope, false);
  const usual = usualFor(key.slice(6), uri);
  return usual === "" ? "xmlns" : `xmlns:${usual}`;
}
