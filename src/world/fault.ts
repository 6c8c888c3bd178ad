export type FileFault =
  "absent" | "not-a-file" | "not-a-folder" | "forbidden" | "too-big" | "full" | "locked" | "other";

/** A file could not be read or written; `fault` says why, in our words. */
export class FileError extends Error {
  readonly fault: FileFault;
  readonly path: string;

  constructor(fault: FileFault, path: string, detail: string) {
    super(detail);
    this.fault = fault;
    this.path = path;
  }
}

const FAULTS: Readonly<Record<string, FileFault>> = {
  ENOENT: "absent",
  EISDIR: "not-a-file",
  ENOTDIR: "not-a-folder",
  EACCES: "forbidden",
  EPERM: "forbidden",
  EROFS: "forbidden",
  ENOSPC: "full",
  EDQUOT: "full",
  EBUSY: "locked",
  ETXTBSY: "locked",
  EFBIG: "too-big",
};

/** Node's name of what went wrong (`ENOENT`), or an empty text. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}

/** An error of node:fs in our words; one of ours stays as it is. */
export function faultOf(error: unknown, path: string): FileError {
  if (error instanceof FileError) return error;
  const code = codeOf(error);
  return new FileError(FAULTS[code] ?? "other", path, code || String(error));
}
