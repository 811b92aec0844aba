// Owns: what the metrics of a CVSS vector and their values are called (FIRST, CVSS 2.0, 3.1 and 4.0 specifications).
// Must not know: scores, vectors that are wrong, how the words are shown.
import { type Language, type Phrase, phrase } from '../text/phrases.ts';

type Values = Readonly<Record<string, Phrase>>;
type Metrics = Readonly<Record<string, readonly [Phrase, Values]>>;

const NLH: Values = { N: phrase`none`, L: phrase`low`, H: phrase`high` };
const REQUIREMENT: Values = { L: phrase`low`, M: phrase`medium`, H: phrase`high` };
const VECTOR: Values = { N: phrase`network`, A: phrase`adjacent`, L: phrase`local`, P: phrase`physical` };
const LOW_HIGH: Values = { L: phrase`low`, H: phrase`high` };

const V2: Metrics = {
  AV: [phrase`access vector`, { N: phrase`network`, A: phrase`adjacent network`, L: phrase`local` }],
  AC: [phrase`access complexity`, { L: phrase`low`, M: phrase`medium`, H: phrase`high` }],
  Au: [phrase`authentication`, { N: phrase`none`, S: phrase`single`, M: phrase`multiple` }],
  C: [phrase`confidentiality`, { N: phrase`none`, P: phrase`partial`, C: phrase`complete` }],
  I: [phrase`integrity`, { N: phrase`none`, P: phrase`partial`, C: phrase`complete` }],
  A: [phrase`availability`, { N: phrase`none`, P: phrase`partial`, C: phrase`complete` }],
};

const V3: Metrics = {
  AV: [phrase`attack vector`, VECTOR],
  AC: [phrase`attack complexity`, LOW_HIGH],
  PR: [phrase`privileges required`, NLH],
  UI: [phrase`user interaction`, { N: phrase`none`, R: phrase`required` }],
  S: [phrase`scope`, { U: phrase`unchanged`, C: phrase`changed` }],
  C: [phrase`confidentiality`, NLH],
  I: [phrase`integrity`, NLH],
  A: [phrase`availability`, NLH],
  E: [phrase`exploit code maturity`, { U: phrase`unproven`, P: phrase`proof of concept`, F: phrase`functional`, H: phrase`high` }],
  RL: [phrase`remediation level`, { O: phrase`official fix`, T: phrase`temporary fix`, W: phrase`workaround`, U: phrase`unavailable` }],
  RC: [phrase`report confidence`, { U: phrase`unknown`, R: phrase`reasonable`, C: phrase`confirmed` }],
  CR: [phrase`confidentiality requirement`, REQUIREMENT],
  IR: [phrase`integrity requirement`, REQUIREMENT],
  AR: [phrase`availability requirement`, REQUIREMENT],
};

const V4: Metrics = {
  AV: [phrase`attack vector`, VECTOR],
  AC: [phrase`attack complexity`, LOW_HIGH],
  AT: [phrase`attack requirements`, { N: phrase`none`, P: phrase`present` }],
  PR: [phrase`privileges required`, NLH],
  UI: [phrase`user interaction`, { N: phrase`none`, P: phrase`passive`, A: phrase`active` }],
  VC: [phrase`confidentiality of the vulnerable system`, NLH],
  VI: [phrase`integrity of the vulnerable system`, NLH],
  VA: [phrase`availability of the vulnerable system`, NLH],
  SC: [phrase`confidentiality of later systems`, NLH],
  SI: [phrase`integrity of later systems`, { ...NLH, S: phrase`safety` }],
  SA: [phrase`availability of later systems`, { ...NLH, S: phrase`safety` }],
  E: [phrase`exploit maturity`, { A: phrase`attacked`, P: phrase`proof of concept`, U: phrase`unreported` }],
  CR: [phrase`confidentiality requirement`, REQUIREMENT],
  IR: [phrase`integrity requirement`, REQUIREMENT],
  AR: [phrase`availability requirement`, REQUIREMENT],
  S: [phrase`safety`, { N: phrase`negligible`, P: phrase`present` }],
  AU: [phrase`automatable`, { N: phrase`no`, Y: phrase`yes` }],
  R: [phrase`recovery`, { A: phrase`automatic`, U: phrase`by the user`, I: phrase`irrecoverable` }],
  V: [phrase`value density`, { D: phrase`diffuse`, C: phrase`concentrated` }],
  RE: [phrase`response effort`, { L: phrase`low`, M: phrase`moderate`, H: phrase`high` }],
  U: [phrase`urgency of the provider`, { Clear: phrase`clear`, Green: phrase`green`, Amber: phrase`amber`, Red: phrase`red` }],
};

/** Metrics of a vector in words, in its order: "attack vector: network". Metrics that are not defined, and unknown ones, are as written. */
export function metricsInWords(vector: string, version: string, language: Language): readonly string[] {
  const known = version.startsWith('2') ? V2 : version.startsWith('3') ? V3 : V4;
  return vector
    .replace(/^CVSS:[\d.]+\//, '')
    .split('/')
    .map(metric => {
      const [name = '', value = ''] = metric.split(':');
      const modified = Object.hasOwn(known, name) ? undefined : name.startsWith('M') ? known[name.slice(1)] : undefined;
      const [words, values] = modified ?? (Object.hasOwn(known, name) ? known[name] : undefined) ?? [];
      const meant = values && Object.hasOwn(values, value) ? values[value] : value === 'X' ? phrase`not defined` : undefined;
      if (!words || !meant) return metric;
      return modified ? language.say`modified ${words}: ${meant}` : `${language.of(words)}: ${language.of(meant)}`;
    });
}
