import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";

/** A message of the Language Server Protocol, as far as it is looked at here. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: unknown;
}

interface Offered {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** What a person at an editor sees at a place of a file. */
export interface Editor {
  open(path: string, text: string): string;
  completions(uri: string, position: Position): Promise<{ label: string; about: string }[]>;
  hover(uri: string, position: Position): Promise<string>;
  /** The complaints about a file, once the server has made some. */
  complaints(uri: string): Promise<{ line: number; message: string }[]>;
  close(): void;
}

const SERVER = createRequire(import.meta.url).resolve("yaml-language-server/bin/yaml-language-server");

/** The language server of VS Code's YAML extension, working in `root` with the settings found there. */
export async function openEditor(root: string, settings: Record<string, unknown>): Promise<Editor> {
  const server = spawn(process.execPath, [SERVER, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const yaml = {
    schemas: settings["yaml.schemas"],
    yamlVersion: settings["yaml.yamlVersion"],
    completion: true,
    hover: true,
    validate: true,
    schemaStore: { enable: false },
  };
  const waiting = new Map<number, (result: unknown) => void>();
  const found = new Map<string, { line: number; message: string }[]>();
  const heard: (() => void)[] = [];
  let pending: Buffer = Buffer.alloc(0);
  let last = 0;

  const send = (message: object): void => {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const ask = <T>(method: string, params: object): Promise<T> =>
    new Promise((resolve) => {
      waiting.set(++last, (result) => resolve(result as T));
      send({ id: last, method, params });
    });
  const receive = ({ id, method, params, result }: Message): void => {
    if (method === "workspace/configuration") {
      const items = params?.["items"] as { section: string }[];
      send({ id, result: items.map(({ section }) => (section === "yaml" ? yaml : {})) });
    } else if (method === "textDocument/publishDiagnostics") {
      const { uri, diagnostics } = params as {
        uri: string;
        diagnostics: { message: string; range: { start: Position } }[];
      };
      found.set(
        uri,
        diagnostics.map(({ message, range }) => ({ line: range.start.line, message })),
      );
      for (const wake of heard.splice(0)) wake();
    } else if (id !== undefined && method === undefined) waiting.get(id)?.(result);
    else if (id !== undefined) send({ id, result: null });
  };
  server.stdout.on("data", (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      const head = pending.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/u.exec(pending.subarray(0, Math.max(0, head)).toString())?.[1]);
      if (head < 0 || pending.length < head + 4 + length) return;
      receive(JSON.parse(pending.subarray(head + 4, head + 4 + length).toString()) as Message);
      pending = pending.subarray(head + 4 + length);
    }
  });

  const uri = pathToFileURL(root).href;
  await ask("initialize", {
    processId: null,
    rootUri: uri,
    workspaceFolders: [{ uri, name: "office" }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: {
        completion: { completionItem: { snippetSupport: true } },
        hover: { contentFormat: ["markdown"] },
      },
    },
  });
  send({ method: "initialized", params: {} });
  send({ method: "workspace/didChangeConfiguration", params: { settings: { yaml } } });
  return {
    open(path, text) {
      const file = pathToFileURL(`${root}/${path}`).href;
      send({
        method: "textDocument/didOpen",
        params: { textDocument: { uri: file, languageId: "yaml", version: 1, text } },
      });
      return file;
    },
    async completions(file, position) {
      const params = { textDocument: { uri: file }, position };
      // The server fetches its settings after it has answered: until then it has nothing to offer.
      let items: Offered[] = [];
      for (let tries = 0; items.length === 0 && tries < 50; tries++) {
        if (tries > 0) await sleep(100);
        items = (await ask<{ items: Offered[] }>("textDocument/completion", params)).items;
      }
      return items.map(({ label, documentation }) => ({
        label,
        about: typeof documentation === "string" ? documentation : (documentation?.value ?? ""),
      }));
    },
    async hover(file, position) {
      const given = await ask<{ contents: { value: string } } | null>("textDocument/hover", {
        textDocument: { uri: file },
        position,
      });
      return given?.contents.value ?? "";
    },
    async complaints(file) {
      while ((found.get(file) ?? []).length === 0) await new Promise<void>((resolve) => heard.push(resolve));
      return found.get(file) ?? [];
    },
    close: () => void server.kill(),
  };
}
