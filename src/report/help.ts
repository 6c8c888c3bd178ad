import { renderPage } from "./page.ts";

/** What a rule's page says in plain text under one of its headings; empty where it has none. */
export function sectionOf(markdown: string, heading: string): string {
  const lines = markdown.replaceAll("\r\n", "\n").split("\n");
  const start = lines.indexOf(`## ${heading}`);
  if (start < 0) return "";
  const next = lines.findIndex((line, at) => at > start && line.startsWith("## "));
  const own = lines.slice(start + 1, next < 0 ? lines.length : next);
  // Wrapping is the reader's.
  return renderPage(own.join("\n"), { colour: false, columns: 100_000 }).trim();
}
