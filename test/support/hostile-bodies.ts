// Owns: words of an annotation that would run, link or load something where they were taken for more than words.
// Must not know: how they are shown.

export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '[run](command:workbench.action.terminal.new) <command:x> $(sync~spin)',
  '![x](https://example.org/pixel.png) https://example.org www.example.org a@example.org',
  '[a]: javascript:alert(1)\n\n[a]',
  '[pool]: https://example.org\n\n[[pool]] [pool] [pool][] ![pool]',
  '[[pool]]: https://example.org\n\n[[pool]](https://example.org) [[pool]][pool] ![[pool]](x.png)',
  '[[pool]\n(https://example.org)] [[[pool]]](https://example.org)',
  '&#91;x](command:y) \\[x](command:z) \\\\[x](command:z) &lt;b&gt;',
  'aWWW.example.org ftp://example.org https:&#47;/example.org HTTPS://example.org',
  '`x` <https://example.org> ``<a href="https://example.org">x</a>``',
  '```\n<img src=x>\n```\n<details><summary>x</summary></details>',
  'mailto:a@example.org a\\@example.org a&#64;example.org',
];
