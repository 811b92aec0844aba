// `backdraft check` as a process: exit codes, formats against their schemas, fixes, standard input, bad input.
import assert from 'node:assert';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import type { Report } from '../../server/src/cli/report.ts';
import { backdraft, folderWith, removeFolders } from './backdraft.ts';

const schema: object = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../schemas/check-report-1.schema.json', import.meta.url)), 'utf8'),
);
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

const STORY = {
  'draft.md': '# Routers\n\n"We have finished looking," Feld said.[^office] The mark is TLP:WHITE.\n\n[^office]: Briefing.\n',
  'notes/office.md': '> "We have not finished looking." — Jonas Feld\n',
};

function json(folder: string, ...words: string[]): Report {
  const { out, error } = backdraft(folder, ['check', '--format', 'json', ...words]);
  const report: unknown = JSON.parse(out || error);
  assert.ok(validate(report), JSON.stringify(validate.errors));
  return report as Report;
}

describe('backdraft check', () => {
  after(removeFolders);

  it('exit code 0 when there is nothing at or above --fail-on, 1 when there is', () => {
    const clean = folderWith({ 'draft.md': 'Text.\n', '.backdraft.yaml': '' });
    assert.equal(backdraft(clean, ['check']).code, 0);
    const folder = folderWith(STORY);
    assert.equal(backdraft(folder, ['check']).code, 1);
    assert.equal(backdraft(folder, ['check', '--fail-on', 'never']).code, 0);
    const warning = folderWith({ 'draft.md': 'The mark is TLP:WHITE.\n', '.backdraft.yaml': '' });
    assert.equal(backdraft(warning, ['check']).code, 0);
    assert.equal(backdraft(warning, ['check', '--fail-on', 'warning']).code, 1);
  });

  for (const [words, said] of [
    [['chek'], 'no command "chek"'],
    [['check', '--format', 'xml'], '--format should be one of'],
    [['check', '--fail-on', 'fatal'], '--fail-on should be one of'],
    [['check', '--dry-run'], '--dry-run goes with --fix'],
    [['check', '--stdin'], '--stdin needs --stdin-filepath'],
    [['check', '--bogus'], 'There is no option "--bogus"'],
    [['check', '--language', 'fr'], '--language should be one of en, de'],
    [['check', 'missing.md'], 'no file or folder "missing.md"'],
  ] as const) {
    it(`exit code 2 for: ${words.join(' ')}`, () => {
      const run = backdraft(folderWith({}), words);
      assert.equal(run.code, 2, run.out);
      assert.ok(run.error.includes(said), run.error);
    });
  }

  it('speaks the language that is asked for, else that of the environment; findings stay the same', () => {
    const folder = folderWith(STORY);
    const english = backdraft(folder, ['check']).out;
    assert.match(english, /1 draft checked/);
    const german = backdraft(folder, ['check', '--language', 'de']).out;
    assert.match(german, / Fehler quotes\/meaning-changed/);
    assert.match(german, /1 Entwurf geprüft/);
    assert.equal(backdraft(folder, ['check'], '', { LC_ALL: '', LC_MESSAGES: '', LANG: 'de_AT.UTF-8' }).out, german);
    assert.equal(backdraft(folder, ['check', '--language', 'en'], '', { LC_ALL: 'de_DE.UTF-8' }).out, english);
    const marks = (report: Report): unknown[] =>
      report.files.flatMap(file => file.findings.map(({ rule, start, fingerprint }) => [rule, start, fingerprint]));
    assert.deepEqual(marks(json(folder, '--language', 'de')), marks(json(folder)));
  });

  it('exit code 2 for a faulty configuration, which is named with its place; the rest is checked', () => {
    const folder = folderWith({ ...STORY, '.backdraft.yaml': 'audience: readers\n' });
    const run = backdraft(folder, ['check']);
    assert.equal(run.code, 2);
    assert.ok(run.out.includes('.backdraft.yaml:1:11'), run.out);
    assert.ok(run.out.includes('quotes/meaning-changed'), run.out);
  });

  it('help and version', () => {
    assert.ok(backdraft(folderWith({}), ['--help']).out.includes('backdraft check'));
    assert.match(backdraft(folderWith({}), ['--version']).out, /^\d+\.\d+\.\d+\n$/);
  });

  it('text: place, source line, carets, why, fix, summary', () => {
    const { out } = backdraft(folderWith(STORY), ['check']);
    const lines = out.split('\n');
    const at = lines.findIndex(line => line.includes('handling/obsolete-tlp'));
    assert.match(lines[at] ?? '', /^draft\.md:3:\d+ warning handling\/obsolete-tlp$/);
    const source = lines[at + 1] ?? '';
    const carets = lines[at + 2] ?? '';
    assert.equal(source.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1), 'TLP:WHITE');
    assert.ok(out.trimEnd().split('\n').at(-1)?.includes('1 draft checked'), out);
  });

  it('json: the published schema, paths from the working directory', () => {
    const folder = folderWith({ 'a/b/draft.md': STORY['draft.md'], 'a/b/notes/office.md': STORY['notes/office.md'] });
    const report = json(folder, 'a');
    assert.deepEqual(
      report.files.map(file => [file.path, file.role, file.story]),
      [
        ['a/b/draft.md', 'draft', 'a/b'],
        ['a/b/notes/office.md', 'notes', 'a/b'],
      ],
    );
    const finding = report.files[0]?.findings.find(one => one.rule === 'handling/obsolete-tlp');
    assert.equal(finding?.text, 'TLP:WHITE');
    assert.equal(STORY['draft.md'].slice(finding?.start, finding?.end), 'TLP:WHITE');
    assert.deepEqual(finding?.range.start.line, 2);
  });

  it('a file alone finds the notes and configuration of its Story', () => {
    const folder = folderWith(STORY);
    assert.deepEqual(
      json(folder, 'draft.md').files.map(file => file.path),
      ['draft.md'],
    );
    assert.ok(json(folder, 'draft.md').files[0]?.findings.some(finding => finding.rule === 'quotes/meaning-changed'));
  });

  it('standard input stands for the file', () => {
    const folder = folderWith(STORY);
    const run = backdraft(folder, ['check', '--format', 'json', '--stdin', '--stdin-filepath', 'draft.md'], 'The mark is TLP:ORANGE.\n');
    const report = JSON.parse(run.out) as Report;
    assert.deepEqual(
      report.files.map(file => file.findings.map(finding => finding.rule)),
      [['handling/unknown-tlp']],
    );
    const fresh = backdraft(folder, ['check', '--format', 'json', '--stdin', '--stdin-filepath', 'new.md'], 'The mark is TLP:WHITE.\n');
    assert.deepEqual(
      (JSON.parse(fresh.out) as Report).files[0]?.findings.map(finding => finding.rule),
      ['handling/obsolete-tlp'],
    );
  });

  it('github: one workflow command a finding, escaped', () => {
    const folder = folderWith({ '100%, odd:name.md': STORY['draft.md'], '.backdraft.yaml': '' });
    const { out } = backdraft(folder, ['check', '--format', 'github']);
    assert.match(out, /^::warning file=100%25%2C odd%3Aname\.md,line=3,endLine=3,col=\d+,endColumn=\d+,title=handling\/obsolete-tlp::/m);
  });

  it('sarif: version 2.1.0 with rules, places and fixes', () => {
    const { out } = backdraft(folderWith(STORY), ['check', '--format', 'sarif']);
    const log = JSON.parse(out);
    assert.equal(log.version, '2.1.0');
    const [run] = log.runs;
    for (const result of run.results) assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
    const result = run.results.find((one: { ruleId: string }) => one.ruleId === 'handling/obsolete-tlp');
    assert.equal(result.locations[0].physicalLocation.artifactLocation.uri, 'draft.md');
    assert.equal(result.fixes[0].artifactChanges[0].replacements[0].insertedContent.text, 'TLP:CLEAR');
  });
});

describe('backdraft check --fix', () => {
  after(removeFolders);

  it('applies safe fixes, keeps BOM, line ends and mode, and is then clean of them', () => {
    const text = '\ufeffThe mark is TLP:WHITE.\r\nAgain TLP:WHITE.\rEnd.\n';
    const folder = folderWith({ 'draft.md': text, '.backdraft.yaml': '' });
    const file = path.join(folder, 'draft.md');
    chmodSync(file, 0o640);
    const run = backdraft(folder, ['check', '--fix']);
    assert.equal(readFileSync(file, 'utf8'), text.replaceAll('TLP:WHITE', 'TLP:CLEAR'), run.out);
    assert.equal(statSync(file).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder).sort(), ['.backdraft.yaml', 'draft.md']);
    assert.deepEqual(json(folder).files[0]?.findings, []);
  });

  it('--dry-run shows a diff and changes nothing', () => {
    const folder = folderWith({ ...STORY });
    const run = backdraft(folder, ['check', '--fix', '--dry-run']);
    assert.ok(run.out.includes('--- a/draft.md'), run.out);
    assert.ok(/^\+.*TLP:CLEAR/m.test(run.out), run.out);
    assert.equal(readFileSync(path.join(folder, 'draft.md'), 'utf8'), STORY['draft.md']);
  });

  it('restores a quote from the notes', () => {
    const folder = folderWith(STORY);
    backdraft(folder, ['check', '--fix']);
    assert.ok(readFileSync(path.join(folder, 'draft.md'), 'utf8').includes('"We have not finished looking,"'));
  });
});

describe('bad input on disk', () => {
  after(removeFolders);

  const said = (report: Report, file: string): string =>
    report.problems
      .filter(problem => problem.path === file)
      .map(problem => problem.message)
      .join(' ');

  it('not UTF-8, UTF-16, binary: named, the rest goes on', () => {
    const folder = folderWith({
      ...STORY,
      'latin.md': new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x0a]),
      'utf16.md': new Uint8Array([0xff, 0xfe, 0x61, 0x00]),
      'binary.md': new Uint8Array([0x61, 0x00, 0x62]),
      'notes/scan.pdf': new Uint8Array([0x25, 0x50, 0x44, 0x46]),
    });
    const report = json(folder);
    assert.ok(said(report, 'latin.md').includes('not UTF-8'), JSON.stringify(report.problems));
    assert.ok(said(report, 'utf16.md').includes('UTF-16'));
    assert.ok(said(report, 'binary.md').includes('not text'));
    assert.ok(report.files.find(file => file.path === 'draft.md')?.findings.length);
  });

  it('text of PDF and Word files is evidence; one that is damaged is named, and the rest counts', () => {
    const folder = folderWith({
      'draft.md': [
        'The harbour office received 21 routers on 12 February 2026 [[review]].',
        'Engineers found an undocumented account on 5 of the routers [[review]].',
        '“We did not ask for these,” said Jon Marsh [[minutes]].',
      ].join('\n\n'),
      'notes/damaged.pdf': '%PDF-1.7 and nothing more',
    });
    for (const name of ['review.pdf', 'minutes.docx'])
      copyFileSync(fileURLToPath(new URL(`../support/documents/${name}`, import.meta.url)), path.join(folder, 'notes', name));
    const { files, problems } = json(folder);
    const draft = files.find(file => file.path === 'draft.md');
    assert.deepEqual(
      draft?.findings.map(({ rule, text }) => [rule, text]),
      [
        ['claims/contradicted-number', '21'],
        ['quotes/altered', 'these'],
      ],
    );
    assert.deepEqual(
      draft?.claims.map(({ support }) => support),
      ['contradicted', 'supported', 'partial'],
    );
    assert.deepEqual(
      problems.map(problem => problem.path),
      ['notes/damaged.pdf'],
    );
  });

  it('20 MB: said to be unchecked, quickly', function () {
    this.timeout(60_000);
    const folder = folderWith({ 'big.md': 'The mark is TLP:WHITE. '.repeat(900_000), 'draft.md': 'TLP:WHITE\n', '.backdraft.yaml': '' });
    const report = json(folder);
    assert.ok(said(report, 'big.md').length > 0 || report.files.find(file => file.path === 'big.md')?.unchecked.length);
    assert.ok(report.files.find(file => file.path === 'draft.md')?.findings.length);
  });

  it('a notes folder that is a loop of links', () => {
    const folder = folderWith({ 'draft.md': STORY['draft.md'] });
    mkdirSync(path.join(folder, 'notes'));
    symlinkSync('.', path.join(folder, 'notes/again'));
    symlinkSync('..', path.join(folder, 'notes/up'));
    symlinkSync('nowhere', path.join(folder, 'notes/broken.md'));
    assert.equal(json(folder).files.filter(file => file.role === 'draft').length, 1);
  });

  it('notes that rely on each other in a circle', () => {
    const folder = folderWith({
      'draft.md': 'It rained on 3 March 2024 in Sandvik.[^a] [^b]\n\n[^a]: A.\n[^b]: B.\n',
      'notes/a.md': '---\norigin: b\n---\nIt rained on 3 March 2024 in Sandvik. See [[b]].\n',
      'notes/b.md': '---\norigin: a\n---\nIt rained on 3 March 2024 in Sandvik. See [[a]].\n',
    });
    assert.ok(json(folder).files.length >= 3);
  });

  it('protected names never reach the output', () => {
    const folder = folderWith({
      'draft.md': 'Petra Lindqvist carried TLP:WHITE boxes, P. Lindqvist said. "We met Lindqvist on the quay," Feld said.\n',
      'notes/desk.md': '---\nconfidential: Petra Lindqvist (protocol desk officer)\n---\nShe logged the serials on the quay herself.\n',
    });
    for (const format of ['text', 'json', 'sarif', 'github']) {
      const { out, error } = backdraft(folder, ['check', '--format', format]);
      assert.ok(!/Lindqvist/i.test(out + error), `${format}: ${out}`);
      if (format === 'text' || format === 'json') assert.ok(out.includes('████'), format);
    }
    assert.ok(!/Lindqvist/i.test(backdraft(folder, ['check', '--fix', '--dry-run']).out));
    assert.ok(existsSync(path.join(folder, 'draft.md')));
  });
});
