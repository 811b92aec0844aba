// Owns: confusions of identity and privacy: authentication, authorisation, factors, anonymity.
// Must not know: other fields.
import { type Confusion, slipsAt, slipsWhere } from './types.ts';

export const IDENTITY: readonly Confusion[] = [
  {
    id: 'authentication-called-authorisation',
    wrong: 'authorisation',
    right: 'authentication',
    triggers: ['authorization', 'authorisation', 'authorized', 'authorised', 'authorizes', 'authorises', 'authorize', 'authorise'],
    message: '“{wrong}”: checking who someone is, is authentication; authorisation decides what they may do. Write “{better}”.',
    find: wording => [
      ...slipsAt(
        /\b(?:two|2|multi|multiple|second|single|three|dual)[- ](?:factor|step)s?\s+(?<wrong>authori[sz]ation)\b/gi,
        () => 'authentication',
        () => true,
        'count',
      )(wording),
      ...slipsWhere(
        /\b(?<wrong>authori[sz]ation)\b(?!\s+(?:header|server|code|grant|token|check|bypass))/gi,
        /\b(?:confirm(?:s|ed|ing)?|prov(?:e|es|ed|ing)|check(?:s|ed|ing)?|verif(?:y|ies|ied|ying)|establish(?:es|ed|ing)?)\s+(?:that\s+)?(?:who|their identity|the identity|a user['’]s identity|the user['’]s identity|users?['’] identit(?:y|ies)|people are who|a person is who|someone is who)\b|\bauthori[sz]ation\s+(?:by|with|via|through|using)\s+(?:(?:a|an|the|their|user ?name|and|or|only)\s+){0,3}(?:passwords?|fingerprints?|face|facial|iris|passkeys?|one-time|smart ?cards?|hardware (?:token|key)|text message|sms)\b/i,
        /\bauthenticat|\b(?:payment|purchase|transaction|transfer|credit card|bank)\b/i,
        () => 'authentication',
      )(wording),
    ],
    bad: [
      ['Staff had no two-factor authorization.', 'Staff had no two-factor authentication.'],
      ['Authorisation by fingerprint confirms who is at the door.', 'Authentication by fingerprint confirms who is at the door.'],
    ],
    good: [
      'After authentication, authorisation decides which files a user may open.',
      'The payment needs authorisation by fingerprint.',
      'The court gave its authorisation.',
    ],
  },
  {
    id: 'authorisation-called-authentication',
    wrong: 'authentication',
    right: 'authorisation',
    triggers: ['authentication', 'authenticated', 'authenticates'],
    message: '“{wrong}”: deciding what someone may do is authorisation; authentication only shows who they are. Write “{better}”.',
    find: slipsWhere(
      /\b(?<wrong>authentication)\b(?!\s+(?:token|code|server|header|bypass|app|key))/gi,
      /\bauthentication\s+(?:flaw|bug|error|mistake|gap|failure|problem|check)?\s*(?:that\s+|which\s+)?(?:lets?|let|allowed|allows?|decides?|decided|determines?|governs?|controls?)\s+(?:(?:any|every|all|ordinary|normal|logged-in|the|which|what|whether|low-level)\s+){0,3}(?:users?|customers?|patients?|accounts?|employees?|files|records|pages|they|a user|someone|people)\s+(?:(?:who (?:is|are|was|were)|already|logged|in|a|each|user|customer|can|could|may|might|to|is allowed to|are allowed to|members?)\s+){0,5}(?:read|see|open|change|edit|delete|view|access|use|approve|do)\b/i,
      /\b(?:authori[sz]|without (?:a |any )?(?:password|login|logging)|unauthenticated|bypass|log in as|impersonat|login page)\b/i,
      () => 'authorisation',
    ),
    bad: [['Authentication decides which files a user may open.', 'Authorisation decides which files a user may open.']],
    good: ['The authentication bug lets attackers log in as anyone.', 'Authentication shows who a user is.'],
  },
  {
    id: 'pseudonymous-called-anonymous',
    wrong: 'anonymisation',
    right: 'pseudonymisation',
    triggers: ['anonymous', 'anonymised', 'anonymized', 'anonymously', 'anonymisation', 'anonymization', 'anonymise', 'anonymize'],
    message: '“{wrong}”: whoever holds the key or the list can tell again who is who, so this is pseudonymous. Write “{better}”.',
    find: slipsWhere(
      /\b(?<wrong>anonymi[sz](?:ed|ation|es|e|ing)|(?:fully |completely )?anonymous(?:ly)?)\b(?=\s+(?:data|dataset|datasets|records?|list|form|statistics|figures|files?|entries|set|sample|samples|logs?|export|copy|research|patients?|users?|by|with|through|before|,|in)|[^.;]{0,10}[,:—–(]|\s+(?:the|all|its|their|every|patient|customer)\b|\.)/gi,
      /\b(?:(?:names?|name and address|identit(?:y|ies)|e-?mail addresses|addresses|patients?|customers?|users?|people|phone numbers?)(?:\s+[\w’'-]{1,20}){0,4}?\s+(?:(?:was|were|is|are|been|had|being|simply|only|merely|just)\s+){0,3}(?:replaced|swapped|exchanged|substituted|hashed|represented|coded)\b(?:\s+(?:out|by|with|for))?(?:\s+(?:a|an|by|with|for|unique|random|the|constant|fixed|customer|patient|serial|internal|running|six-digit|personal)){0,4}\s*(?:numbers?|codes?|ids?|identifiers?|keys?|tokens?|pseudonyms?|hash(?:es)?|nicknames?|\b)|replac(?:ed|ing|es)\s+(?:(?:the|all|each|every|their|patients?['’]?|customers?['’]?|users?['’]?)\s+){0,3}(?:names?|addresses|identit(?:y|ies))\s+(?:by|with)\s+(?:(?:a|an|unique|random|the|customer|patient|serial)\s+){0,3}(?:numbers?|codes?|ids?|identifiers?|tokens?|pseudonyms?|hash(?:es)?)|(?:can|could|may) be (?:re-?identified|traced back|linked back|matched|reversed|linked again|undone)|keeps? (?:a|the) (?:key|list|table|mapping)|a (?:list|table|key|file) that (?:links?|maps?|ties|connects?|matches)|(?:numbers?|codes?|ids?|identifiers?|tokens?) (?:in place of|instead of|in lieu of|rather than) (?:(?:a|the|their|its|any|real|full) ){0,2}(?:names?|addresses)|under (?:a|the same) (?:pseudonym|code|number|nickname)|same (?:number|code|id|pseudonym) (?:each|every) time)\b/i,
      /\b(?:pseudonym(?:ous|i[sz]ed|isation|ization)|cannot be (?:re-?identified|traced|linked|reversed)|no one can|nobody can|not (?:really|truly|fully))\b/i,
      match => {
        const word = (match.groups?.wrong ?? '').toLowerCase();
        if (/anonymously$/.test(word)) return 'pseudonymously';
        if (/anonymous$/.test(word)) return 'pseudonymous';
        return word.replace(/^anonymi([sz])/, 'pseudonymi$1');
      },
      'sentence',
    ),
    bad: [
      [
        'The messages were anonymised, she adds: they bear a number in place of a name.',
        'The messages were pseudonymised, she adds: they bear a number in place of a name.',
      ],
      [
        'The data was anonymised: names were replaced by patient numbers.',
        'The data was pseudonymised: names were replaced by patient numbers.',
      ],
      [
        'The anonymous data can be traced back with a list that the clinic keeps.',
        'The pseudonymous data can be traced back with a list that the clinic keeps.',
      ],
    ],
    good: [
      'The data was pseudonymised: names were replaced by numbers.',
      'The anonymised data cannot be traced back.',
      'An anonymous caller gave the number.',
    ],
  },
  {
    id: 'two-step-called-two-factor',
    wrong: 'two-factor-authentication',
    right: 'two-step-verification',
    triggers: ['two factor', '2fa', 'multi factor', 'mfa'],
    message: '“{wrong}”: two things that one knows are one factor, asked for twice. Write “{better}”.',
    find: slipsWhere(
      /\b(?<wrong>(?:two|multi)[- ]factor(?:\s+authentication|\s+login)?|2FA|MFA)\b/gi,
      /\b(?:a |the |their )?password (?:and|plus|followed by|then) (?:a |an |the |their |another |second )?(?:second password|security question|secret question|pin\b|mother['’]s maiden name|date of birth|memorable word)|\btwo passwords\b|\bpassword and (?:another|a second) password\b/i,
      /\b(?:not|phone|app|token|key|code|sms|fingerprint|card)\b/i,
      () => 'two-step verification',
    ),
    bad: [
      [
        'Its two-factor login asks for a password and a security question.',
        'Its two-step verification asks for a password and a security question.',
      ],
    ],
    good: [
      'Two-factor authentication asks for a password and a code from the phone.',
      'A password and a security question are not two-factor authentication.',
    ],
  },
];
