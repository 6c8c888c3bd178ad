import { DEPTHS, FONTS } from "./coverage-escape.ts";

const depths = DEPTHS.map(({ back, ink }, at) => `.d${at}{background:${back};color:${ink}}`).join("\n");

/** Looks of the page: one column that prints on A4, colours kept on paper. */
export const CSS = `:root{color-scheme:light}
*{box-sizing:border-box;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;background:#f3f5f7;color:#1b2733;font:15px/1.65 ${FONTS}}
main{max-width:1080px;margin:0 auto;background:#fff;padding:36px 44px 48px}
h1{font-size:26px;margin:0}
h2{font-size:18px;margin:36px 0 10px;padding-left:10px;border-left:5px solid #1f5f99;break-after:avoid}
p{margin:6px 0}
.sub,.note{color:#5b6570;font-size:13px}
.cards{display:grid;grid-template-columns:repeat(4,1fr);gap:12px;margin:22px 0 6px}
.card{border:1px solid #d5dbe1;border-radius:6px;padding:10px 14px;break-inside:avoid}
.card b{display:block;font-size:26px;line-height:1.3}
.card span{color:#5b6570;font-size:13px}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{border:1px solid #d5dbe1;padding:5px 8px;text-align:center}
th{background:#f3f5f7;font-weight:600;text-wrap:balance}
th.row{text-align:left;font-weight:400;background:#fff;overflow-wrap:anywhere}
tr.group th{text-align:left;background:#e9edf1;font-weight:600}
tr.total th,tr.total td{font-weight:700;background:#f3f5f7;text-align:center}
tr.total th.row{text-align:left}
td.sum{font-weight:700}
td.text{text-align:left;overflow-wrap:anywhere}
thead{display:table-header-group}
tr{break-inside:avoid}
tr.silent th.row::after{content:"没有报送";margin-left:8px;font-size:12px;color:#a33a2a}
ul{margin:6px 0;padding-left:22px}
li{margin:3px 0;overflow-wrap:anywhere}
li.more{list-style:none;color:#5b6570}
.bars{display:grid;grid-template-columns:1fr 1fr;gap:28px;align-items:start}
.bars h3{font-size:15px;margin:0 0 6px}
.bars h3+svg+h3{margin-top:18px}
svg{width:100%;height:auto;display:block}
footer{margin-top:40px;color:#5b6570;font-size:13px;border-top:1px solid #d5dbe1;padding-top:10px}
${depths}
@page{size:A4;margin:16mm 14mm}
@media print{body{background:#fff;font-size:12px}main{max-width:none;padding:0}.wide{overflow:visible}table{font-size:11px}}
@media (max-width:720px){main{padding:22px 16px}.bars{grid-template-columns:1fr}.cards{grid-template-columns:repeat(2,1fr)}}
`;
