import { chineseNumber } from "../base/numeral.ts";
import { chineseDay } from "../base/time.ts";
import type { Content } from "./document.ts";

/** One matter as a leader is told of it. */
export interface LeaderItem {
  readonly title: string;
  readonly unit: string;
  readonly fresh: boolean;
  /** The matter in a sentence. */
  readonly gist: string;
  /** What is asked for; empty where nothing is. */
  readonly asks: string;
  /** Why this leader is told. */
  readonly why: string;
}

/** One page for one leader. */
export interface LeaderPage {
  readonly office: string;
  /** Day since 1970-01-01. */
  readonly day: number;
  readonly post: string;
  readonly name: string;
  readonly internal: boolean;
  /** What the view is compared with; empty where there is nothing to compare with. */
  readonly since: string;
  /** What is shown under each heading. */
  readonly parts: readonly { readonly name: string; readonly items: readonly LeaderItem[] }[];
  /** How many more there are than the page holds. */
  readonly more: number;
}

/** The values that the template 领导专页 may use. */
export function leaderPageContent({ office, day, post, name, internal, since, parts, more }: LeaderPage): Content {
  const values = {
    内部: internal,
    职务: post,
    姓名: name,
    日期: chineseDay(day),
    相比: since,
    没有: parts.length === 0,
    部分: parts.map(({ name: head, items }, index) => ({
      序: chineseNumber(index + 1),
      名称: head,
      条目: items.map((item, at) => ({
        序: String(at + 1),
        题: item.title,
        单位: item.unit,
        新: item.fresh,
        概要: item.gist,
        请: item.asks,
        由: item.why,
      })),
    })),
    另有: more === 0 ? "" : String(more),
    机关: office,
  };
  return { title: `${post}${name}：本期信息`, author: office, values, bodies: new Map() };
}
