import type { Unit } from "../../model/office.ts";
import { wordsOf, type CoverageContext } from "./context.ts";

/** Words of two characters, which most names of offices are made of: 交通 and 运输 in 县交通运输局. */
const WORD = 2;

/** The units whose names have a word in common with a topic, beyond the words that any office may have in its name. */
export function unitsFitting(texts: readonly string[], context: CoverageContext): string[] {
  const generic = wordsOf(context, "单位名通用词").toSorted((a, b) => b.length - a.length);
  const topic = texts.join("\n");
  return context.office.units.flatMap((unit) =>
    ownWords(unit, generic).some((word) => topic.includes(word)) ? [unit.name] : [],
  );
}

function ownWords({ name }: Unit, generic: readonly string[]): string[] {
  const parts = generic.reduce((rest, word) => (word === "" ? rest : rest.replaceAll(word, " ")), name).split(" ");
  return parts.flatMap((part) => {
    const chars = [...part];
    const pairs = Array.from({ length: Math.floor(chars.length / WORD) }, (_, index) =>
      chars.slice(index * WORD, (index + 1) * WORD).join(""),
    );
    return pairs;
  });
}
