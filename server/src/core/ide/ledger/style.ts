// Owns: how a ledger looks, on screen, on paper and in an editor.
// Must not know: what stands in it.

/** Colours are told apart with any kind of colour vision; each stands beside a sign and a word. A view in an editor sets the variables anew. */
export const LEDGER_STYLE = `
:root{color-scheme:light dark;--page:#fff;--ink:#1b1f24;--soft:#59636e;--line:#d5dae0;--panel:#f5f7f9;--link:#0a58a8;--backed:#0072b2;--part:#8cc4e6;--open:#fff;--open-line:#b35c00;--against:#d0452b;--aside:#9aa3ad;--font:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
@media (prefers-color-scheme:dark){:root{--page:#15191e;--ink:#e4e8ec;--soft:#a3adb8;--line:#3a434d;--panel:#1d2329;--link:#7cbcf5;--backed:#56b4e9;--part:#2c6a94;--open:#15191e;--open-line:#f0a33c;--against:#f0705a;--aside:#76808a}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.5 var(--font)}
main{max-width:62rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
.skip{position:absolute;left:-200rem;padding:.5rem 1rem;background:var(--page);color:var(--link)}
.skip:focus{left:.5rem;top:.5rem;z-index:1}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
a{color:var(--link)}
a:focus-visible,button:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
h1{font-size:1.9rem;line-height:1.2;margin:.1rem 0 .4rem;overflow-wrap:anywhere}
h2{font-size:1.3rem;margin:2.4rem 0 .8rem;padding-top:.6rem;border-top:2px solid var(--ink)}
h3{font-size:1rem;margin:0 0 .3rem}
p{margin:.3rem 0}
.kicker{margin:0;color:var(--soft);letter-spacing:.08em;text-transform:uppercase;font-size:.8rem;font-weight:600}
.about,.facts,.url{color:var(--soft);font-size:.88rem;overflow-wrap:anywhere}
.tlp{background:#000;color:#fff;font-weight:700;padding:.05rem .4rem;white-space:nowrap}
.tlp-green{color:#33ff00}.tlp-amber,.tlp-amber-strict{color:#ffc000}.tlp-red{color:#ff2b2b}
.handling{margin:1rem 0;padding:.6rem 1rem;border-left:5px solid var(--open-line);background:var(--panel)}
.handling ul{margin:0;padding-left:1.1rem}
.figures{display:flex;flex-wrap:wrap;gap:.6rem 2rem;margin:0 0 1.2rem}
.figures div{display:flex;flex-direction:column-reverse}
.figures dt{color:var(--soft);font-size:.88rem}
.figures dd{margin:0;font-size:1.75rem;font-weight:650;line-height:1.2;font-variant-numeric:tabular-nums}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1rem}
.charts figure{margin:0;padding:.9rem 1rem;border:1px solid var(--line);border-radius:6px;min-width:0}
#strip{grid-column:1/-1}
#origins{grid-row:span 2}
svg{display:block;width:100%;height:auto;max-height:40rem;font:13px var(--font)}
#strip svg{font-size:12px}
svg text{fill:var(--ink)}
svg .axis{fill:var(--soft);font-size:12px}
svg .end{text-anchor:end}svg .middle{text-anchor:middle}
svg .grid{stroke:var(--line)}svg .axis-line,svg .now{stroke:var(--soft)}
svg .now{stroke-width:2}
svg .section{stroke:var(--soft);stroke-dasharray:2 3}
svg .link{fill:none;stroke:var(--soft);stroke-width:1.2}
svg .mark{stroke-width:1.5}
svg .backed{fill:var(--backed);stroke:var(--backed)}
svg .in-part{fill:var(--open);stroke:var(--backed)}
svg rect.in-part{fill:var(--part)}
svg .open{fill:var(--open);stroke:var(--open-line)}
svg .against{fill:var(--against);stroke:var(--against)}
svg .aside{fill:var(--aside);stroke:var(--aside)}
svg .origin{fill:var(--page);stroke:var(--soft)}
svg .half{fill:var(--backed);opacity:.55}
svg .cross{stroke:var(--page);stroke-width:2;fill:none}
figcaption{color:var(--soft);font-size:.88rem;margin-top:.4rem}
details{margin-top:.4rem;font-size:.88rem}
summary{cursor:pointer;color:var(--link)}
table{border-collapse:collapse;width:100%;font-size:.88rem;margin-top:.4rem}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
tbody th{font-weight:600}
.sources th:not(:first-child),.sources td:nth-child(n+3):nth-child(-n+6){white-space:nowrap;overflow-wrap:normal}
.sources .url{display:block;font-weight:400}.sources .facts{font-weight:400}
.legend{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.4rem 1.2rem;font-size:.88rem;margin:1rem 0 0}
.legend dt{font-weight:600}.legend dd{margin:0;color:var(--soft)}
.sign{display:inline-block;min-width:1.1em;text-align:center;font-weight:700}
.sign.backed,.sign.in-part{color:var(--backed)}.sign.open{color:var(--open-line)}.sign.against{color:var(--against)}
.attention{padding-left:1.6rem}.attention li{margin:.35rem 0}
.why,.who{color:var(--soft);font-size:.88rem}
.claim{padding:.9rem 0 .9rem 1rem;border-left:5px solid var(--line);border-bottom:1px solid var(--line)}
.claim.backed{border-left-color:var(--backed)}.claim.in-part{border-left-color:var(--part)}.claim.open{border-left:5px double var(--open-line)}.claim.against{border-left-color:var(--against)}
.claim:target{background:var(--panel)}
.claim h3{display:flex;align-items:baseline;font-weight:600;overflow-wrap:anywhere}
.number{color:var(--soft);font-variant-numeric:tabular-nums;margin-right:.3rem}
.evidence{margin:.6rem 0 .6rem .2rem}
.evidence blockquote{margin:0;padding:.1rem 0 .1rem .8rem;border-left:2px solid var(--soft);overflow-wrap:anywhere}
.evidence.closest blockquote{border-left-style:dotted;color:var(--soft)}
.evidence.contradicts blockquote{border-left-color:var(--against)}
.left-out,.earlier{color:var(--soft);font-style:italic}
.thread{margin:.6rem 0;padding:.5rem .8rem;background:var(--panel);border-radius:4px;overflow-wrap:anywhere}
.comment{white-space:pre-wrap}
.reveal{all:unset;cursor:pointer;display:inline}
.reveal:hover{text-decoration:underline}
.reveal:focus-visible{outline:3px solid var(--link);outline-offset:2px}
@media print{
@page{size:A4;margin:16mm 14mm}
:root{color-scheme:light;--page:#fff;--ink:#000;--soft:#444;--line:#bbb;--panel:#f2f2f2;--link:#000;--backed:#0072b2;--part:#8cc4e6;--open:#fff;--open-line:#b35c00;--against:#d0452b;--aside:#9aa3ad}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
html{font-size:11.5px}main{max-width:none;padding:0}
.skip,summary{display:none}
a{text-decoration:none}
h2,h3{break-after:avoid}
.charts{grid-template-columns:1fr 1fr}
.charts figure,.claim,.thread,tr{break-inside:avoid}
.evidence{break-inside:avoid}
}
`;

/** SHA-256 of the style, for the content security policy of a page that carries it; a test says what it should be. */
export const LEDGER_STYLE_HASH = 'sha256-MIN8qYnS5GBKRAhhBkQZwuyGSzD3ItydgoRHjSp3kDo=';
