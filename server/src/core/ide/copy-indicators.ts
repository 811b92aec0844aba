// Owns: the words of a selection with their addresses defanged or refanged, to be copied.
// Must not know: clipboards; the document beyond its text.
import { defang, indicatorsOf, refang } from '../extract/indicators.ts';
import { ADDRESSES } from '../rules/indicators/shared.ts';
import { slice } from '../text/span.ts';

/** `text` with every address in it defanged, or written plainly; names of files and products, and all else, stay as they are. */
export function withAddresses(text: string, as: 'defanged' | 'refanged'): string {
  const write = as === 'defanged' ? defang : refang;
  let out = '';
  let from = 0;
  for (const { span, kind, harmless } of indicatorsOf(text)) {
    if (!ADDRESSES.has(kind) || harmless === 'file-name' || harmless === 'product') continue;
    out += text.slice(from, span.start) + write(slice(text, span));
    from = span.end;
  }
  return out + text.slice(from);
}
