// Reading note files into Sources: where they begin and end, keys, metadata, passages.
import assert from 'node:assert';
import { readBinary, readOtherFile } from '../../../server/src/core/evidence/files.ts';
import type { Source } from '../../../server/src/core/evidence/types.ts';
import { read } from './notes.ts';

const texts = (source: Source | undefined): string[] => (source?.passages ?? []).map(passage => passage.text);
const at = (text: string, span: { start: number; end: number }): string => text.slice(span.start, span.end);

const SEVERAL = `---
tlp: GREEN   # for all
grade: B2
confidential: Ada Quill
---
# Summit

## Pool report {#pool}
- url: https://example.org/pool#top   # the page
- published: 2 November 2025
- reliability: c-3
- tlp: TLP:AMBER
- confidential:
  - Kim J. (desk officer)
  - Lee Park
- mood: calm
- The box was red.
- colour of the ribbon: red

The box left at noon. Nobody asked. {D4}

### Inner heading

More of the same source.

## Statement {#statement .class}

> "We build phones." — Sanna Reyes, vice-president

## Nobody's section

Text after a heading of the same level is not the statement's.
`;

describe('sources', () => {
  it('reads several Sources of one file, with defaults, aliases and comments', () => {
    const { sources, problems } = read('notes/a.md', SEVERAL);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      sources.map(source => source.key),
      ['a', 'pool', 'statement'],
    );
    const pool = sources[1];
    assert.deepEqual(pool?.metadata, {
      confidential: ['Ada Quill', 'Kim J. (desk officer)', 'Lee Park'],
      url: 'https://example.org/pool#top',
      published: '2025-11-02',
      grade: 'C3',
      tlp: 'AMBER',
    });
    assert.equal(at(SEVERAL, pool?.keySpan ?? { start: 0, end: 0 }), 'pool');
    assert.equal(pool?.title, 'Pool report');
    assert.equal(
      at(SEVERAL, pool?.span ?? { start: 0, end: 0 })
        .trim()
        .endsWith('More of the same source.'),
      true,
    );
    assert.equal(sources[2]?.metadata.tlp, 'GREEN');
  });

  it('takes the leading run of key and value for metadata, and all else for evidence', () => {
    const pool = read('notes/a.md', SEVERAL).sources[1];
    assert.deepEqual(texts(pool), [
      'Pool report',
      'mood: calm',
      'The box was red.',
      'colour of the ribbon: red',
      'The box left at noon.',
      'Nobody asked.',
      'Inner heading',
      'More of the same source.',
    ]);
    assert.deepEqual(
      pool?.items.map(item => item.key),
      ['url', 'published', 'reliability', 'tlp', 'confidential', 'mood'],
    );
    assert.equal(pool?.passages[5]?.grade, 'D4');
  });

  it('gives every passage its place in the file', () => {
    for (const source of read('notes/a.md', SEVERAL).sources) {
      for (const passage of source.passages) {
        assert.equal(passage.source, source);
        assert.ok(
          at(SEVERAL, passage.span).startsWith(passage.text.slice(0, 3)) || at(SEVERAL, passage.span).startsWith('#'),
          passage.text,
        );
        if (passage.quote) assert.equal(at(SEVERAL, passage.quote.content), passage.quote.text);
      }
    }
  });

  const cases: readonly { name: string; path: string; text: string; expect: (sources: readonly Source[], text: string) => void }[] = [
    {
      name: 'front matter of a one-source file; id sets the key',
      path: 'notes/long name.md',
      text: '---\nid: lab-call\nurl: https://example.org/a?b=1#c\npublished: 2025-11\norigin: "[[wire]]"\nterms: off the record\nembargo: 2025-12-01\ntags: [x, y]\n---\n\n# Call\n\nShe said no.\n',
      expect: ([source], text) => {
        assert.equal(source?.key, 'lab-call');
        assert.equal(at(text, source?.keySpan ?? { start: 0, end: 0 }), 'lab-call');
        assert.deepEqual(source?.metadata, {
          confidential: [],
          url: 'https://example.org/a?b=1#c',
          published: '2025-11',
          reliesOn: 'wire',
          terms: 'off-record',
          embargo: '2025-12-01',
        });
        assert.deepEqual(texts(source), ['Call', 'She said no.']);
      },
    },
    {
      name: 'plain text without metadata; a stem with spaces',
      path: 'notes/my call, Friday.txt',
      text: 'call with Hanna Brodie, Tue 16:10\n\nfirst queries: Tue 02:14\nHB: "They came on Tuesday, not before. We saw it."\nserver off at 21:30\n',
      expect: ([source]) => {
        assert.equal(source?.key, 'my-call-Friday');
        assert.equal(source?.title, 'call with Hanna Brodie, Tue 16:10');
        assert.deepEqual(texts(source).slice(1), [
          'first queries: Tue 02:14',
          'HB: "They came on Tuesday, not before. We saw it."',
          'server off at 21:30',
        ]);
        assert.deepEqual(source?.passages[2]?.quote?.speaker, 'Hanna Brodie');
        assert.equal(source?.passages[2]?.quote?.text, 'They came on Tuesday, not before. We saw it.');
      },
    },
    {
      name: 'metadata list below a heading without a key',
      path: 'notes/b.md',
      text: '# Report\n- url: https://example.org\n- grade: A1\n\nIt rained.\n',
      expect: ([source]) => {
        assert.equal(source?.metadata.grade, 'A1');
        assert.deepEqual(texts(source), ['Report', 'It rained.']);
      },
    },
    {
      name: 'a list of evidence below a heading without a key stays evidence',
      path: 'notes/b.md',
      text: '# Report\n- first: it rained\n- second: it snowed\n',
      expect: ([source]) => assert.deepEqual(texts(source), ['Report', 'first: it rained', 'second: it snowed']),
    },
    {
      name: 'a paragraph wrapped by hand is one text, and a note in lines is one passage a line',
      path: 'notes/c.txt',
      text: 'The intruders came in through the upload page of the product on the\nserver that a contractor ran for the bank, and nobody had looked at\nthe server until then.\n\ntwo people\nthree hours, no break\n',
      expect: ([source]) => {
        assert.equal(texts(source).length, 3);
        assert.ok(texts(source)[0]?.includes('on the server that'));
        assert.deepEqual(texts(source).slice(1), ['two people', 'three hours, no break']);
      },
    },
    {
      name: 'transcript lines, tables, code, block quotes over several paragraphs',
      path: 'notes/d.md',
      text: '[00:04] "I saw it. I left."\n\n| a | b |\n| --- | --- |\n| one | two |\n\n```\nhash 1d96\n```\n\n> First words.\n>\n> Last words.\n>\n> — Ada Quill\n',
      expect: ([source]) => {
        assert.deepEqual(texts(source), ['[00:04] "I saw it. I left."', 'a | b', 'one | two', 'hash 1d96', 'First words.', 'Last words.']);
        assert.equal(source?.passages[0]?.quote?.text, 'I saw it. I left.');
        assert.deepEqual(
          source?.passages.slice(4).map(passage => passage.quote?.speaker),
          ['Ada Quill', 'Ada Quill'],
        );
      },
    },
    {
      name: 'a few words outside of keyed headings are no Source',
      path: 'notes/e.md',
      text: '# Cuttings\n\nFrom Friday.\n\n## One {#one}\n\nText.\n',
      expect: sources =>
        assert.deepEqual(
          sources.map(source => source.key),
          ['one'],
        ),
    },
    {
      name: 'a keyed heading within a keyed heading takes its own text',
      path: 'notes/f.md',
      text: '## One {#one}\n\nText.\n\n### Two {#two}\n\nInner.\n\n## Three {#three}\n\nLast.\n',
      expect: sources =>
        assert.deepEqual(
          sources.map(source => [source.key, ...texts(source)]),
          [
            ['one', 'One', 'Text.'],
            ['two', 'Two', 'Inner.'],
            ['three', 'Three', 'Last.'],
          ],
        ),
    },
    {
      name: 'keys are composed Unicode; languages other than English are told',
      path: 'notes/u\u0308ber.md',
      text: 'Die Regierung hat die Telefone nicht benutzt und wird sie auch nicht benutzen, sagte der Sprecher. Das ist mit dem Amt so vereinbart.\n',
      expect: ([source]) => {
        assert.equal(source?.key, 'über');
        assert.equal(source?.language, 'de');
      },
    },
    {
      name: 'CRLF and an empty file',
      path: 'notes/g.md',
      text: '## One {#one}\r\n- url: https://example.org\r\n\r\nText here.\r\n',
      expect: ([source]) => {
        assert.equal(source?.metadata.url, 'https://example.org');
        assert.deepEqual(texts(source), ['One', 'Text here.']);
        assert.deepEqual(texts(read('notes/empty.md', '').sources[0]), []);
      },
    },
  ];
  for (const { name, path, text, expect } of cases) it(name, () => expect(read(path, text).sources, text));

  const wrong: readonly (readonly [string, string])[] = [
    ['- grade: great', 'great'],
    ['- published: 31/02/25', '31/02/25'],
    ['- tlp: ORANGE', 'ORANGE'],
    ['- terms: whatever', 'whatever'],
  ];
  for (const [item, value] of wrong) {
    it(`says where ${item} is wrong, and reads the rest`, () => {
      const text = `## One {#one}\n${item}\n- url: https://example.org\n\nText.\n`;
      const { sources, problems } = read('notes/a.md', text);
      assert.equal(sources[0]?.metadata.url, 'https://example.org');
      assert.equal(at(text, problems[0]?.span ?? { start: 0, end: 0 }), value);
    });
  }

  it('reads a saved web page', () => {
    const html =
      '<!doctype html><!-- saved from url=(0024)https://example.org/a --><html><head><title>The &amp; page</title><meta property="article:published_time" content="2025-11-02T10:00:00Z"><style>p{}</style></head><body><nav>Menu</nav><h1>Phones</h1><p>Two <b>phones</b> left&nbsp;the hall. Nobody asked.</p><script>alert("x")</script><ul><li>One</li></ul></body></html>';
    const source = readOtherFile({ uri: 'file:///n/p.html', path: 'notes/p.html', text: html }).sources[0];
    assert.equal(source?.title, 'The & page');
    assert.equal(source?.metadata.url, 'https://example.org/a');
    assert.equal(source?.metadata.published?.slice(0, 10), '2025-11-02');
    assert.deepEqual(texts(source), ['Phones', 'Two phones left the hall.', 'Nobody asked.', 'One']);
    assert.equal(at(html, source?.passages[2]?.span ?? { start: 0, end: 0 }), 'Nobody asked.');
  });

  it('reads a mail: headers, quoted-printable, the plain part', () => {
    const mail =
      'From: "Lena Strand" <lena@example.org>\r\nDate: Fri, 07 Nov 2025 10:00:00 +0100\r\nSubject: =?utf-8?Q?Dr=C3=A4ger?=\r\nContent-Type: multipart/alternative; boundary="b1"\r\n\r\n--b1\r\nContent-Type: text/html\r\n\r\n<p>HTML</p>\r\n--b1\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe caf=C3=A9 is closed, and it will =\r\nstay so.\r\n--b1--\r\n';
    const source = readOtherFile({ uri: 'file:///n/m.eml', path: 'notes/m.eml', text: mail }).sources[0];
    assert.equal(source?.title, 'Dräger');
    assert.deepEqual(source?.metadata.authors, ['Lena Strand']);
    assert.equal(source?.metadata.published, '2025-11-07');
    assert.deepEqual(texts(source), ['The café is closed, and it will stay so.']);
  });

  it('reads subtitles with their speakers', () => {
    const vtt =
      'WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Ada Quill>Two phones\n\n00:00:04.000 --> 00:00:06.000\nleft the hall.\n\n00:00:07.000 --> 00:00:08.000\n<v Jun Hale>No.\n';
    const source = readOtherFile({ uri: 'file:///n/s.vtt', path: 'notes/s.vtt', text: vtt }).sources[0];
    assert.deepEqual(
      source?.passages.map(passage => [passage.text, passage.quote?.speaker]),
      [
        ['Two phones left the hall.', 'Ada Quill'],
        ['No.', 'Jun Hale'],
      ],
    );
  });

  it('names what has no text', () => {
    assert.equal(readBinary({ uri: 'file:///n/a.pdf', path: 'notes/a.pdf' }, 'binary').sources[0]?.noText, 'binary');
    assert.deepEqual(readBinary({ uri: 'file:///n/a.pdf', path: 'notes/a.pdf' }, 'missing').sources, []);
  });

  it('gets through hostile input and never throws', () => {
    const hostile = [
      '# {#'.repeat(50_000),
      `## a {#a}\n${'- a: '.repeat(50_000)}`,
      `## a {#a}\n- confidential: ${'('.repeat(200_000)}`,
      `---\nid: ${'-'.repeat(200_000)}a\n---\ntext`,
      `> ${'—'.repeat(200_000)}`,
      `${'A '.repeat(100_000)}: "x`,
      '"'.repeat(200_000),
      `## a {#a}\n- url: ${' #'.repeat(100_000)}`,
      '\ud800'.repeat(1000),
      'A'.repeat(200_000),
      `${'"a\n'.repeat(40_000)}`,
      `${'Ada Quill: "a\n'.repeat(20_000)}`,
    ];
    for (const text of hostile) {
      read('notes/a.md', text);
      read('notes/a.txt', text);
      readOtherFile({ uri: 'file:///a.html', path: 'a.html', text });
      readOtherFile({ uri: 'file:///a.eml', path: 'a.eml', text });
      readOtherFile({ uri: 'file:///a.srt', path: 'a.srt', text });
    }
  }).timeout(120_000);

  it('a short line in the middle of plain text is no title', () => {
    const [source] = read(
      'notes/call.txt',
      'Call with Mira, Tuesday. She was brief.\n\nthree weeks is short\n\nHer bench takes two months.\n',
    ).sources;
    assert.equal(source?.title, 'Call with Mira, Tuesday. She was brief.');
  });
});
