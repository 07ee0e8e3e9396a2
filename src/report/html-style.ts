/** The report's own style: ink on paper, as it is printed; dark only on a screen that asks for it. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1d1f;--soft:#53585c;--line:#d0cdc6;--accent:#0f5c6e;--frame:#eceae4}
@media screen and (prefers-color-scheme:dark){:root{--paper:#14171a;--ink:#e9e7e2;--soft:#a9adb0;--line:#32383d;--accent:#7cc4d3;--frame:#24292e}}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.25rem 3rem;max-width:50rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI","Liberation Sans",Arial,sans-serif}
h1,h2,h3,h4,p,dl,dd,figure,pre{margin:0}
h1,h2,.band{font-family:Charter,Georgia,"Liberation Serif",serif;line-height:1.2;overflow-wrap:anywhere}
h1{font-size:1.7rem;margin:.2rem 0 .6rem}
.kicker,.soft,figcaption,footer{font-size:.875rem;color:var(--soft)}
article{margin-top:2rem;padding-top:1.25rem;border-top:2px solid var(--ink)}
.name{font-size:1.15rem;margin-bottom:.8rem}
.outcome{display:grid;gap:.35rem;padding-inline-start:1rem;border-inline-start:4px solid var(--accent)}
.band{font-size:1.9rem;font-weight:600}
.unbroken{white-space:nowrap}
section{margin-top:1.5rem}
h3{font-size:1rem;padding-bottom:.3rem;border-bottom:1px solid var(--ink)}
h4{font-size:.9rem;margin:1rem 0 .35rem}
dl>div{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:1rem;padding:.3rem 0;border-bottom:1px solid var(--line);font-size:.9rem}
dt{color:var(--soft)}
dt,dd{overflow-wrap:anywhere;white-space:pre-line}
table{width:100%;margin-top:1rem;border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
caption{text-align:start;font-weight:600;padding-bottom:.3rem}
th,td{text-align:start;vertical-align:top;font-weight:400;padding-block:.3rem;padding-inline:0 .75rem;border-bottom:1px solid var(--line)}
thead th,th[scope=row]{color:var(--soft)}
pre{padding:.75rem;border:1px solid var(--line);font:.8rem/1.5 ui-monospace,Menlo,"Liberation Mono",monospace;white-space:pre-wrap;overflow-wrap:anywhere}
code{font-family:ui-monospace,Menlo,"Liberation Mono",monospace;font-size:.9em}
.written,.reasoning{margin-top:.5rem;overflow-wrap:anywhere}
.written{white-space:pre-line}
.reasoning>p{margin-bottom:.45rem}
figure{margin-top:.75rem}
.map{display:block;direction:ltr;max-width:100%;height:auto;max-height:32rem;width:auto;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.map text{fill:#fff;stroke:#000;stroke-opacity:.75;stroke-width:.18em;paint-order:stroke;font-weight:700;font-family:system-ui,sans-serif}
.frame{fill:var(--frame)}
figcaption{margin-top:.4rem}
footer{margin-top:2.5rem;padding-top:.75rem;border-top:1px solid var(--line)}
@media (max-width:30rem){dl>div{grid-template-columns:1fr;gap:0}}
@media print{body{max-width:none;padding:0;font-size:10.5pt}article{break-before:page}article:first-of-type{break-before:auto}h3{break-after:avoid}dl>div,tr,figure,.outcome{break-inside:avoid}.map{max-height:12cm}@page{margin:18mm}}
`;
