import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { Profile } from "../../model/profile.ts";
import type { Trigger } from "../../model/trigger.ts";
import type { EntryRule, Report, RuleContext } from "../rule.ts";
import { wordsOf } from "../../prose/sentences.ts";
import { basisOf } from "../shared/wording.ts";
import { sceneOf, type Scene, type Spot } from "./scenes.ts";
import { fieldMet, isBare } from "./triggers.ts";

/** What reaches a trigger of 必报, or is a 敏感 event, is filed as 紧急 whatever its grade. */
export const mustReport: EntryRule = {
  name: "must-report",
  group: "grade",
  severity: "error",
  summary: "达到必报标准，没有按紧急信息报送",
  stops: false,
  fixed: false,
  uses: ["必报", "词表.必报除外类别", "词表.必报已报", "词表.必报否定", "词表.必报除外句", "词表.处置人员"],
  scope: "entry",
  needs: [
    "category",
    "kind",
    "grade",
    "casualties",
    "loss",
    "report",
    "sensitivity",
    "occurred",
    "tone",
    "title",
    "body",
  ],
  *check(entry, context) {
    const { profile } = context;
    const urgent = profile.urgent.category;
    if (urgent === "" || entry.category === urgent || isFollowUp(entry, profile)) return;
    const report = reached(entry, profile) ?? sensitive(entry, context);
    if (report) yield report;
  },
};

/** It tells of what was reported before, or of what has not happened yet. */
function isFollowUp(entry: Entry, profile: Profile): boolean {
  if (entry.report?.follows != null || profile.categories.get(entry.category)?.ahead) return true;
  if (wordsOf(profile, "必报除外类别").includes(entry.category)) return true;
  return wordsOf(profile, "必报已报").some((word) => entry.body.text.includes(word));
}

/** All triggers that are reached are one finding, at the place of the first. */
function reached(entry: Entry, profile: Profile): Report | null {
  const scene = sceneOf(entry, profile);
  const met = profile.triggers.flatMap((trigger) => {
    const spot = placeOf(trigger, entry, scene);
    return spot === null ? [] : [{ trigger, spot }];
  });
  const hard = met.filter(({ trigger }) => !trigger.mild);
  const mild = hard.length === 0;
  const told = mild ? met : hard;
  const [first] = told;
  if (!first) return null;
  const { urgent } = profile;
  const names = told.map(({ trigger }) => `“${quote(trigger.name)}”`).join("、");
  return {
    at:
      "path" in first.spot
        ? entry.places.of(first.spot.path)
        : entry.places.within(first.spot.in, first.spot.start, first.spot.end),
    message: mild
      ? `${names}${basisOf(first.trigger)}，一般按紧急信息报送，现类别为“${quote(entry.category)}”`
      : `达到必报标准${names}${basisOf(first.trigger)}，应按紧急信息报送，现类别为“${quote(entry.category)}”`,
    hint: `立即电话报县委办，把类别改为“${urgent.category}”，补上事发时间和报送记录；已经按紧急信息报过的，在正文写明“已按紧急信息报送”`,
    ...(mild ? { severity: "warning" as const } : {}),
  };
}

/** Every condition of a trigger holds; where it is seen. */
function placeOf(trigger: Trigger, entry: Entry, scene: Scene): Spot | { readonly path: string } | null {
  if (isBare(trigger)) return null;
  const path = fieldMet(trigger, entry);
  if (path === null) return null;
  if (trigger.words.length === 0) return { path };
  return scene.find(trigger);
}

/** 敏感 stands above every grade; but what people wish for, or good news, is no event. */
function sensitive(entry: Entry, { profile }: RuleContext): Report | null {
  const { sensitivity, occurred, kind } = entry;
  if (sensitivity.length === 0 || occurred === null) return null;
  const tone = entry.tone ?? profile.categories.get(entry.category)?.tone;
  if (kind === null && tone !== "忧") return null;
  return {
    at: entry.places.of("sensitivity"),
    message: `敏感事件（${sensitivity.join("、")}）不受分级限制，应按紧急信息报送，现类别为“${quote(entry.category)}”`,
    hint: `立即电话报县委办，把类别改为“${profile.urgent.category}”；不是突发事件的照常报送，核对“敏感”“事发时间”是否填对；已经按紧急信息报过的，在正文写明“已按紧急信息报送”`,
    severity: "warning",
  };
}
