// Owns: what the metrics of a CVSS vector and their values are called (FIRST, CVSS 2.0, 3.1 and 4.0 specifications).
// Must not know: scores, vectors that are wrong, how the words are shown.

type Values = Readonly<Record<string, string>>;
type Metrics = Readonly<Record<string, readonly [string, Values]>>;

const NLH: Values = { N: 'none', L: 'low', H: 'high' };
const REQUIREMENT: Values = { L: 'low', M: 'medium', H: 'high' };
const VECTOR: Values = { N: 'network', A: 'adjacent', L: 'local', P: 'physical' };
const LOW_HIGH: Values = { L: 'low', H: 'high' };

const V2: Metrics = {
  AV: ['access vector', { N: 'network', A: 'adjacent network', L: 'local' }],
  AC: ['access complexity', { L: 'low', M: 'medium', H: 'high' }],
  Au: ['authentication', { N: 'none', S: 'single', M: 'multiple' }],
  C: ['confidentiality', { N: 'none', P: 'partial', C: 'complete' }],
  I: ['integrity', { N: 'none', P: 'partial', C: 'complete' }],
  A: ['availability', { N: 'none', P: 'partial', C: 'complete' }],
};

const V3: Metrics = {
  AV: ['attack vector', VECTOR],
  AC: ['attack complexity', LOW_HIGH],
  PR: ['privileges required', NLH],
  UI: ['user interaction', { N: 'none', R: 'required' }],
  S: ['scope', { U: 'unchanged', C: 'changed' }],
  C: ['confidentiality', NLH],
  I: ['integrity', NLH],
  A: ['availability', NLH],
  E: ['exploit code maturity', { U: 'unproven', P: 'proof of concept', F: 'functional', H: 'high' }],
  RL: ['remediation level', { O: 'official fix', T: 'temporary fix', W: 'workaround', U: 'unavailable' }],
  RC: ['report confidence', { U: 'unknown', R: 'reasonable', C: 'confirmed' }],
  CR: ['confidentiality requirement', REQUIREMENT],
  IR: ['integrity requirement', REQUIREMENT],
  AR: ['availability requirement', REQUIREMENT],
};

const V4: Metrics = {
  AV: ['attack vector', VECTOR],
  AC: ['attack complexity', LOW_HIGH],
  AT: ['attack requirements', { N: 'none', P: 'present' }],
  PR: ['privileges required', NLH],
  UI: ['user interaction', { N: 'none', P: 'passive', A: 'active' }],
  VC: ['confidentiality of the vulnerable system', NLH],
  VI: ['integrity of the vulnerable system', NLH],
  VA: ['availability of the vulnerable system', NLH],
  SC: ['confidentiality of later systems', NLH],
  SI: ['integrity of later systems', { ...NLH, S: 'safety' }],
  SA: ['availability of later systems', { ...NLH, S: 'safety' }],
  E: ['exploit maturity', { A: 'attacked', P: 'proof of concept', U: 'unreported' }],
  CR: ['confidentiality requirement', REQUIREMENT],
  IR: ['integrity requirement', REQUIREMENT],
  AR: ['availability requirement', REQUIREMENT],
  S: ['safety', { N: 'negligible', P: 'present' }],
  AU: ['automatable', { N: 'no', Y: 'yes' }],
  R: ['recovery', { A: 'automatic', U: 'by the user', I: 'irrecoverable' }],
  V: ['value density', { D: 'diffuse', C: 'concentrated' }],
  RE: ['response effort', { L: 'low', M: 'moderate', H: 'high' }],
  U: ['urgency of the provider', { Clear: 'clear', Green: 'green', Amber: 'amber', Red: 'red' }],
};

/** Metrics of a vector in words, in its order: "attack vector: network". Metrics that are not defined, and unknown ones, are as written. */
export function metricsInWords(vector: string, version: string): readonly string[] {
  const known = version.startsWith('2') ? V2 : version.startsWith('3') ? V3 : V4;
  return vector
    .replace(/^CVSS:[\d.]+\//, '')
    .split('/')
    .map(metric => {
      const [name = '', value = ''] = metric.split(':');
      const modified = Object.hasOwn(known, name) ? undefined : name.startsWith('M') ? known[name.slice(1)] : undefined;
      const [words, values] = modified ?? (Object.hasOwn(known, name) ? known[name] : undefined) ?? [];
      const meant = values && Object.hasOwn(values, value) ? values[value] : value === 'X' ? 'not defined' : undefined;
      return words && meant ? `${modified ? 'modified ' : ''}${words}: ${meant}` : metric;
    });
}
