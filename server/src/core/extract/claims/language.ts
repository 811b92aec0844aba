// Owns: telling cheaply that a sentence is not English.
// Must not know: claims, documents.

/** Frequent small words of other languages that English lacks. */
const FOREIGN = new Set(
  `der die das und ist nicht ein eine einer eines mit auf für von dem den des sich auch wird wurde werden sind haben hat bei nach über aus noch nur wie
  le la les et est une des dans pour que qui sur pas avec ont été sont du au aux ce cette par plus mais leur ils elle nous vous
  el los las y del por con para una como más pero sus fue han ser esta este entre cuando muy sin sobre también
  il di che non per una sono della dei delle nel con anche più gli alla dal essere stato
  het een van niet zijn met voor aan ook maar bij naar wordt werd door deze dit uit
  o os um uma não com por dos das na no em ao foi são mais`.split(/\s+/),
);
const ENGLISH = new Set(
  'the of and to in is that was for it with as on by at from be are this have has had not were which an or its their they he she we you his her been will would who said more about after all also but one can there than into over when'.split(
    ' ',
  ),
);

/** Words of a sentence in lower case; `text` is the sentence. */
export function isOtherLanguage(words: readonly string[], text: string): boolean {
  if (foreignScript(text)) return true;
  if (words.length < 5) return false;
  let foreign = 0;
  let english = 0;
  for (const word of words) {
    if (FOREIGN.has(word)) foreign++;
    if (ENGLISH.has(word)) english++;
  }
  return foreign >= 2 && foreign > 2 * english;
}

/** Most letters are of a script that English is not written in. */
function foreignScript(text: string): boolean {
  let letters = 0;
  let foreign = 0;
  const end = Math.min(text.length, 400);
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) letters++;
    else if (code >= 0x370 && !(code >= 0x2000 && code <= 0x2bff) && !(code >= 0xd800 && code <= 0xf8ff) && code < 0xfe00) {
      letters++;
      foreign++;
    }
  }
  return foreign > 3 && foreign > letters / 2;
}
