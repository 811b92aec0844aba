// Owns: what a hover says of public knowledge: terms, ATT&CK, CVE, CWE, CVSS, actors, estimates, indicators, marks.
// Must not know: notes, verdicts, LSP.

import type { CheckedDocument } from '../engine/types.ts';
import type { Reference, TlpLevel } from '../extract/facts.ts';
import { defang } from '../extract/indicators/refang.ts';
import { severityOf } from '../extract/references/cvss.ts';
import type { KnownName } from '../knowledge/knowledge.ts';
import { declaredScale, type EstimateScale, scaleOf, termIn } from '../lexicon/estimates.ts';
import { termById } from '../lexicon/terms/terms.ts';
import type { HouseTerms } from '../rules/types.ts';
import { type Language, type Phrase, phrase } from '../text/phrases.ts';
import { covers, type Span, shift } from '../text/span.ts';
import { WordTrie } from '../text/word-trie.ts';
import { metricsInWords } from './cvss-words.ts';
import { FIELD_WORDS, indicatorWords, NAME_WORDS, SEVERITY_WORDS } from './kind-words.ts';
import { factAt, segmentAt } from './lookup.ts';
import { plain } from './markdown.ts';

export interface Card {
  readonly span: Span;
  readonly markdown: string;
}

/** Cards for what stands at an offset, the most specific first. */
export function knowledgeCards(checked: CheckedDocument, offset: number, language: Language): readonly Card[] {
  const cards: Card[] = [];
  const knowledge = checked.story?.knowledge;
  const add = (markdown: string | undefined, span: Span): void => {
    if (markdown) cards.push({ markdown, span });
  };
  const reference = factAt(checked, offset, 'references');
  if (reference) add(referenceCard(reference.fact, knowledge?.versions?.kev, language), reference.span);
  const indicator = factAt(checked, offset, 'indicators');
  if (indicator && !reference)
    add(`**${plain(language.of(indicatorWords(indicator.fact.kind)))}** ${plain(defang(indicator.fact.value))}`, indicator.span);
  const mark = factAt(checked, offset, 'marks');
  if (mark) add(markCard(mark.fact.level, language), mark.span);
  const estimate = factAt(checked, offset, 'estimates');
  if (estimate && checked.story)
    add(estimateCard(estimate.fact.term, declaredScale(checked.text) ?? scaleOf(checked.story.scale), language), estimate.span);
  const name = factAt(checked, offset, 'names');
  if (name?.fact.id && knowledge?.names) add(nameCard(name.fact.id, name.fact.text, knowledge.names, language), name.span);
  const house = checked.story && houseTermAt(checked, checked.story.terms, offset, language);
  if (house) add(house.markdown, house.span);
  const term = factAt(checked, offset, 'terms');
  // The house's own meaning takes the place of the lexicon's.
  if (term && !(house && covers(house.span, term.span))) add(termCard(term.fact.id, language), term.span);
  return cards;
}

interface HouseTerm {
  readonly term: string;
  readonly meaning: string;
}

const houseTries = new WeakMap<HouseTerms, WordTrie<HouseTerm>>();

/** A term or acronym that the house defines, where one stands in the prose. */
function houseTermAt(checked: CheckedDocument, terms: HouseTerms, offset: number, language: Language): Card | undefined {
  if (terms.define.size === 0 && terms.acronyms.size === 0) return undefined;
  let trie = houseTries.get(terms);
  if (!trie) {
    trie = new WordTrie();
    for (const [term, meaning] of terms.define) trie.add(term, { term, meaning });
    for (const [term, meaning] of terms.acronyms) if (meaning !== '') trie.add(term, { term, meaning });
    houseTries.set(terms, trie);
  }
  const segment = segmentAt(checked, offset);
  if (!segment) return undefined;
  const { sentences, prose } = segment.facts.tree;
  const inner = offset - segment.offset;
  const sentence = sentences.find(({ span }) => span.start <= inner && inner <= span.end);
  if (!sentence) return undefined;
  for (const { start, end, value } of trie.find(prose, sentence.span.start, sentence.span.end)) {
    if (inner < start || inner > end) continue;
    // "IT" is an acronym, "it" is a word.
    const isAcronym = /\p{Lu}.*\p{Lu}/u.test(value.term) && !value.term.includes(' ');
    if (isAcronym && !prose.slice(start, end).startsWith(value.term)) continue;
    return {
      span: shift({ start, end }, segment.offset),
      markdown: `**${plain(value.term)}** (${language.say`your house`})\n\n${plain(value.meaning)}`,
    };
  }
  return undefined;
}

function termCard(id: string, language: Language): string | undefined {
  const term = termById(id);
  if (!term) return undefined;
  const lines = [`**${plain(term.term)}** (${language.of(FIELD_WORDS[term.field])})`, plain(term.definition)];
  const confused = term.confusedWith.map(other => termById(other)?.term ?? other);
  if (confused.length > 0) lines.push(language.say`Not to be confused with: ${confused.map(other => plain(other)).join(', ')}.`);
  if (term.authority) lines.push(language.say`See ${plain(term.authority)}.`);
  return lines.join('\n\n');
}

function referenceCard(reference: Reference, catalogue: string | undefined, language: Language): string | undefined {
  const { attack, cwe, kev, cvss } = reference;
  const id = plain(reference.id);
  if (attack?.name) {
    const lines = [`**${id} ${plain([attack.parentName, attack.name].filter(Boolean).join(': '))}**`];
    if (attack.tactics && attack.tactics.length > 0) lines.push(plain(attack.tactics.join(', ')));
    if (attack.status === 'revoked' || attack.status === 'deprecated') {
      const { replacement } = attack;
      const next = replacement && `${plain(replacement.id)} ${plain(replacement.name)}`;
      const status = attack.status === 'revoked' ? phrase`revoked` : phrase`deprecated`;
      lines.push(next ? language.say`This id is ${status}; ${next} takes its place.` : language.say`This id is ${status}.`);
    }
    return [...lines, `*${plain(attack.table)}*`].join('\n\n');
  }
  if (cwe?.name) return `**${id} ${plain(cwe.name)}**\n\n*${plain(cwe.table)}*`;
  if (kev) {
    const since = kev.ransomware
      ? language.say`In CISA's catalogue of exploited vulnerabilities since ${plain(kev.added)}, used by ransomware.`
      : language.say`In CISA's catalogue of exploited vulnerabilities since ${plain(kev.added)}.`;
    return `**${id}** ${plain(`${kev.vendor} ${kev.product}`)}\n\n${since}${catalogue ? `\n\n*CISA KEV, ${plain(catalogue)}*` : ''}`;
  }
  const score = cvss?.scores?.[0];
  if (reference.kind === 'cvss-vector' && score !== undefined && cvss?.version) {
    const word = cvss.version === '2.0' ? '' : ` (${language.of(SEVERITY_WORDS[severityOf(score)])})`;
    const metrics = metricsInWords(reference.id, cvss.version, language).map(metric => plain(metric));
    return `**CVSS ${plain(cvss.version)}: ${score.toFixed(1)}${word}**\n\n${metrics.join(' · ')}`;
  }
  return undefined;
}

function nameCard(id: string, text: string, names: readonly KnownName[], language: Language): string | undefined {
  const known = names.find(name => name.id === id);
  if (!known) return undefined;
  const others = [known.name, ...known.aliases].filter(name => name.toLowerCase() !== text.toLowerCase());
  const lines = [`**${plain(text)}** (${language.of(NAME_WORDS[known.kind])})`];
  // Firms draw their lines differently: the same reports do not make them the same group.
  if (others.length > 0)
    lines.push(
      language.say`Also reported as ${`${others
        .slice(0, 12)
        .map(name => plain(name))
        .join(', ')}${others.length > 12 ? ' …' : ''}`}.`,
    );
  return lines.join('\n\n');
}

function estimateCard(term: string, scale: EstimateScale, language: Language): string | undefined {
  const known = termIn(scale, term);
  if (!known) return undefined;
  const filled = Array.from({ length: 20 }, (_, i) => (i * 5 + 5 > known.low && i * 5 < known.high ? '▰' : '▱')).join('');
  const range = language.say`${known.low} to ${known.high} % on the scale of ${plain(scale.name)}`;
  return `**${plain(known.term)}**: ${range}\n\n${filled}`;
}

/** What each mark of TLP 2.0 allows, in words. */
export const TLP_MEANING: Readonly<Record<TlpLevel, Phrase>> = {
  CLEAR: phrase`may be shared without limit`,
  GREEN: phrase`may be shared within the community, not in public`,
  AMBER: phrase`may be shared within the organisation and with its clients, where they need to know`,
  'AMBER+STRICT': phrase`may be shared within the organisation alone, where people need to know`,
  RED: phrase`is for the eyes and ears of the named recipients only`,
};

function markCard(level: TlpLevel | undefined, language: Language): string | undefined {
  return level && `**TLP&#58;${plain(level)}** ${language.of(TLP_MEANING[level])}.`;
}
