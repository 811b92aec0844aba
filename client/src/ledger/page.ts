// Owns: the page around a ledger in the editor: its policy, the colours of the theme, its buttons.
// Must not know: what stands in the ledger.
import { env, l10n } from 'vscode';
import type { TlpLevel } from '../../../server/src/protocol.ts';

/** Levels that a ledger can be made for, the freest first. */
export const LEVELS: readonly TlpLevel[] = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'];

/** Sets the variables of the ledger's style from the theme. */
const THEME = `
html{font-size:var(--vscode-font-size,13px)}
body{--page:var(--vscode-editor-background);--ink:var(--vscode-editor-foreground);--soft:var(--vscode-editor-foreground);--line:var(--vscode-editorWidget-border,var(--vscode-contrastBorder,#888));--panel:var(--vscode-editorWidget-background);--link:var(--vscode-textLink-foreground);--font:var(--vscode-font-family);padding:0}
body.vscode-light,body.vscode-high-contrast-light{--backed:#0072b2;--part:#8cc4e6;--open:#fff;--open-line:#b35c00;--against:#d0452b;--aside:#9aa3ad}
body.vscode-dark,body.vscode-high-contrast{--backed:#56b4e9;--part:#2c6a94;--open:#15191e;--open-line:#f0a33c;--against:#f0705a;--aside:#76808a}
.bar{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:.4rem .8rem;align-items:center;padding:.5rem 1.25rem;background:var(--page);border-bottom:1px solid var(--line)}
.bar button{font:inherit;padding:.2rem .7rem;border:1px solid var(--vscode-button-border,transparent);border-radius:2px;background:var(--vscode-button-secondaryBackground);color:var(--vscode-button-secondaryForeground);cursor:pointer}
.bar button:hover{background:var(--vscode-button-secondaryHoverBackground)}
.bar label{display:flex;gap:.3rem;align-items:center}
.bar label[hidden]{display:none}
.bar select{font:inherit;padding:.2rem .3rem;border:1px solid var(--vscode-dropdown-border,var(--line));border-radius:2px;background:var(--vscode-dropdown-background);color:var(--vscode-dropdown-foreground)}
article,section{scroll-margin-top:3.5rem}
`;

/** The page; its script fills in the ledger. */
export function ledgerPage(style: string, script: string): string {
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
  const buttons = (['HTML', 'Markdown', 'CSV', 'JSON'] as const)
    .map(name => `<button type="button" data-export="${name === 'Markdown' ? 'md' : name.toLowerCase()}">${name}</button>`)
    .join('');
  const levels = LEVELS.map(level => `<option value="${level}">TLP:${level}</option>`).join('');
  return `<!doctype html>
<html lang="${l10n.bundle ? env.language : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(l10n.t('Ledger'))}</title>
<style nonce="${nonce}">${style}${THEME}</style>
</head>
<body>
<header class="bar"><span>${attribute(l10n.t('Save as'))}</span>${buttons}
<label>${attribute(l10n.t('For readers at'))} <select id="level"><option value="">${attribute(l10n.t('the draft’s mark'))}</option>${levels}</select></label>
<label><input type="checkbox" id="above"> ${attribute(l10n.t('Show evidence above the mark'))}</label>
<label id="unmarked-too" hidden><input type="checkbox" id="unmarked"> ${attribute(l10n.t('Show evidence without a mark'))}</label></header>
<main></main>
<script nonce="${nonce}" src="${attribute(script)}"></script>
</body>
</html>`;
}

function attribute(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
}
