// Owns: a ledger as one HTML file that stands alone: no script, no request, nothing but this page.
// Must not know: what stands in the ledger.
import type { Ledger } from '../../annotations/ledger.ts';
import type { Language } from '../../text/phrases.ts';
import { ledgerBody } from './body.ts';
import { escaped } from './escape.ts';
import { LEDGER_STYLE, LEDGER_STYLE_HASH } from './style.ts';

/** The page. Its policy allows one style and nothing else, so that even an error in escaping could not run or fetch anything. */
export function ledgerHtml(ledger: Ledger, language: Language): string {
  return `<!doctype html>
<html lang="${language.name}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${LEDGER_STYLE_HASH}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Backdraft">
<title>${escaped(language.say`Ledger: ${ledger.draft.title}`)}</title>
<style>${LEDGER_STYLE}</style>
</head>
<body>
<a class="skip" href="#claims">${language.say`Skip to the claims`}</a>
<main>
${ledgerBody(ledger, language)}
</main>
</body>
</html>
`;
}
