// Acronyms in prose: what is one, and which words explain it.
import assert from 'node:assert';
import { extractFacts } from '../../../server/src/core/extract/extract.ts';
import { NO_KNOWLEDGE } from '../../../server/src/core/knowledge/knowledge.ts';
import { expansionIn } from '../../../server/src/core/rules/terms/expansions.ts';
import { parseSegment } from '../../../server/src/core/syntax/parse.ts';

/** "MFT" for a use, "MFT=managed file transfer" where the use explains it. */
function acronyms(text: string, markup: 'markdown' | 'plain' = 'markdown'): readonly string[] {
  return extractFacts(parseSegment(text, markup), 'draft', NO_KNOWLEDGE).acronyms.map(fact =>
    fact.expansion ? `${fact.text}=${text.slice(fact.expansion.start, fact.expansion.end)}` : fact.text,
  );
}

describe('acronyms', () => {
  const cases: readonly (readonly [text: string, found: readonly string[]])[] = [
    ['Parcelgate, an MFT product, was slow.', ['MFT']],
    ['A managed file transfer (MFT) product.', ['MFT=managed file transfer']],
    ['An MFT (managed file transfer) product.', ['MFT=managed file transfer']],
    ['The firm uses managed file transfer, or MFT, every day.', ['MFT=managed file transfer']],
    ['MFT stands for managed file transfer.', ['MFT=managed file transfer']],
    ['Two MFTs and the MFT’s log.', ['MFT', 'MFT']],
    ['the Office for Payment Oversight (OPO) said', ['OPO=Office for Payment Oversight']],
    [
      'the Cybersecurity and Infrastructure Security Agency (CISA) of the United States',
      ['CISA=Cybersecurity and Infrastructure Security Agency'],
    ],
    ['words of Intelligence Community Directive (ICD) 203', ['ICD=Intelligence Community Directive']],
    ['a server-side request forgery (SSRF) in the preview', ['SSRF=server-side request forgery']],
    ['**managed file transfer** (*MFT*)', ['MFT=managed file transfer']],
    ['The BSI, Germany’s cyber agency, said so.', ['BSI=Germany’s cyber agency']],
    ['The German cyber agency (BSI) said so.', ['BSI=The German cyber agency']],
    ['IoT devices and SaaS, DDoS too', ['IoT', 'SaaS', 'DDoS']],
    ['CVE-2025-1234, T1059.001, TLP:AMBER, APT29, SHA-256, MD5', []],
    ['Chapter XIV and part III of volume II', []],
    ['`MFT` in code and x.MFT, MFT_x, @MFT, #MFT', []],
    ['They must NOT ask WHY in MAY.', []],
    ['WASHINGTON (AP) — The MFT stopped.', ['MFT']],
    ['HALDEN BAY. The MFT stopped.', ['MFT']],
    ['The Cisco QVR and the ZRX 5500 and AT&T', []],
    ['EVERYTHING IN THIS LINE IS LOUD', []],
    ['an RT-AX88U and PAN-OS', []],
    ['McDonald and iPhone and PowerShell and LeafRunner', []],
    ['', []],
  ];
  for (const [text, found] of cases) it(`${found.join(', ') || 'none'} in “${text}”`, () => assert.deepEqual(acronyms(text), found));

  it('gets through hostile text', () => {
    for (const text of ['A'.repeat(300_000), 'AB '.repeat(100_000), '('.repeat(100_000), 'AB ('.repeat(50_000), 'a (AB) '.repeat(20_000)]) {
      acronyms(text, 'plain');
    }
  });
});

describe('expansions in notes', () => {
  const cases: readonly (readonly [note: string, acronym: string, expansion: string | undefined])[] = [
    ['product: Parcelgate (managed file transfer), version 12', 'MFT', 'managed file transfer'],
    ['taken apart ~40 models of residential gateways since 2019', 'RGW', 'residential gateways'],
    ['the local education agency (LEA) has two people', 'LEA', 'local education agency'],
    ['LEA = local education agency', 'LEA', 'local education agency'],
    ['the letter came early', 'LEA', undefined],
    ['nothing of the kind', 'MFT', undefined],
    ['', 'MFT', undefined],
  ];
  for (const [note, acronym, expansion] of cases)
    it(`${acronym} in “${note}”`, () => assert.equal(expansionIn(note, acronym)?.text, expansion));
});
