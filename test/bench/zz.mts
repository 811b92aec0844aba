import { languageOf as a } from '../../server/src/core/evidence/language-old.ts';
import { languageOf as b } from '../../server/src/core/evidence/language.ts';
import fs from 'node:fs'; import path from 'node:path'; import assert from 'node:assert';
let n = 0; const seen = {};
const walk = (d: string) => { for (const e of fs.readdirSync(d, { withFileTypes: true })) { const p = path.join(d, e.name); if (e.isDirectory()) { if (e.name !== 'node_modules' && e.name !== '.git') walk(p); } else if (/\.(md|txt|ts|json)$/.test(e.name)) { const t = fs.readFileSync(p, 'utf8').slice(0, 50000); for (const x of [[t], t.split('\n'), [t.slice(0, 300)], [t.slice(500, 560)]]) { n++; assert.equal(b(x), a(x), p); seen[b(x)] = (seen[b(x)] ?? 0) + 1; } } } };
for (const d of ['/work/shared/stories', '/work/main/test', '/work/main/l10n', '/work/main/docs']) walk(d);
let seed = 1; const rnd = (n: number) => { seed = (Math.imul(seed, 1103515245) + 12345) >>> 0; return (seed >>> 8) % n; };
const W = 'the der het il och les и привет это не ему שלום مرحبا καλημέρα สวัสดี नमस्ते こんにちは 漢字 中文 한국어 і ї word Ω ß é a1b x.y 🙂 Å'.split(' ');
for (let i = 0; i < 100000; i++) { const t = Array.from({ length: rnd(40) }, () => W[rnd(W.length)]).join(' '); n++; assert.equal(b([t]), a([t]), t); seen[b([t])] = (seen[b([t])] ?? 0) + 1; }
console.log(n, seen);
