/** What each rule of time and procedure asks for, as a paper that lists facts states it: no charge, and no list of charges. */
export const DUTIES: ReadonlyMap<string, string> = new Map([
  ["late-phone", "紧急信息在时限内电话报县委办"],
  ["late-written", "紧急信息在时限内书面报县委办"],
  ["phone-without-text", "电话报告以后，在时限内补书面报告"],
  ["late-entry", "一般信息在本类别的期限内报送"],
  ["follow-up-gap", "事件没有终报以前，按规定的次数续报"],
  ["no-final-report", "事件处置结束，在期限内终报"],
  ["superior-first", "报上级部门之前，先报县委办"],
  ["single-channel", "报县领导的，同时报县委办"],
  ["missed-report", "重要情况报县委办"],
  ["media-first", "先于媒体报县委办"],
  ["time-order", "事发、接报、报送的时间先后相符"],
  ["future-date", "所写时间不晚于现在"],
]);
