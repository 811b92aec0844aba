// Owns: the Evidence view: the sources of a story, what each is worth, and what rests on it.
// Must not know: how sources are read; which claims there are beyond those that it is told.
import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import {
  EVIDENCE_REQUEST,
  type EvidenceList,
  type EvidenceParams,
  type ListedSourceItem,
  type ListedUseItem,
} from '../../../server/src/protocol.ts';
import type { Session } from '../extension.shared.ts';
import { verdictIcon, verdictName } from './verdicts.ts';

export type EvidenceNode =
  | { readonly kind: 'origin'; readonly id: string; readonly name: string; readonly sources: readonly ListedSourceItem[] }
  | { readonly kind: 'source'; readonly id: string; readonly source: ListedSourceItem }
  | { readonly kind: 'use'; readonly id: string; readonly use: ListedUseItem };

const LONGEST_LABEL = 160;

export class EvidenceView implements TreeDataProvider<EvidenceNode>, Disposable {
  readonly #session: Session;
  readonly #changed = new EventEmitter<undefined>();
  readonly #view: TreeView<EvidenceNode>;
  readonly #disposables: Disposable[];
  #list: EvidenceList | undefined;
  #asked = 0;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(session: Session) {
    this.#session = session;
    this.#view = window.createTreeView('backdraft.evidence', { treeDataProvider: this, showCollapseAll: true });
    this.#disposables = [
      this.#changed,
      this.#view,
      session.states.onDidChange(() => void this.#whenVisible()),
      this.#view.onDidChangeVisibility(() => void this.#whenVisible()),
    ];
  }

  get list(): EvidenceList | undefined {
    return this.#list;
  }

  /** A Story may hold thousands of sources: nobody asks for them while the view is hidden. */
  async #whenVisible(): Promise<void> {
    if (this.#view.visible) await this.refresh();
  }

  /** Asks the server for the evidence of the document in the active editor, else of the draft that was there last. */
  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    const { client, states } = this.#session;
    const { active, draft } = states;
    const uri = active && active.role !== 'off' ? active.uri : draft?.toString();
    let list: EvidenceList | null | undefined;
    if (uri && client.isRunning()) {
      const params: EvidenceParams = { uri, ...(draft ? { draft: draft.toString() } : {}) };
      list = await client.sendRequest<EvidenceList | null>(EVIDENCE_REQUEST, params).catch(() => this.#list);
    }
    if (asked !== this.#asked) return;
    this.#list = list ?? undefined;
    const sources = this.#list?.sources ?? [];
    const unused = sources.filter(source => !source.used).length;
    this.#view.description =
      sources.length === 0 ? '' : unused === 0 ? String(sources.length) : l10n.t('{0}, {1} unused', sources.length, unused);
    void commands.executeCommand('setContext', 'backdraft.evidence.state', stateOf(this.#list));
    this.#changed.fire(undefined);
  }

  getChildren(node?: EvidenceNode): EvidenceNode[] {
    if (!node) return roots(this.#list?.sources ?? []);
    switch (node.kind) {
      case 'origin':
        return node.sources.map(source => ({ kind: 'source', id: `${node.id}/${source.key}`, source }));
      case 'source':
        return node.source.uses.map((use, index) => ({ kind: 'use', id: `${node.id}/${index}`, use }));
      case 'use':
        return [];
    }
  }

  getTreeItem(node: EvidenceNode): TreeItem {
    const inDraft = this.#session.states.draft !== undefined;
    const item = node.kind === 'origin' ? originItem(node) : node.kind === 'source' ? sourceItem(node.source, inDraft) : useItem(node.use);
    item.id = node.id;
    return item;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

function stateOf(list: EvidenceList | undefined): string {
  if (!list) return 'none';
  if (list.indexing) return 'indexing';
  return list.sources.length > 0 ? 'sources' : list.dormant ? 'dormant' : 'empty';
}

/** Sources that share an origin stand together, where the first of them would stand: they count as one. */
function roots(sources: readonly ListedSourceItem[]): EvidenceNode[] {
  const nodes: EvidenceNode[] = [];
  const groups = new Map<string, ListedSourceItem[]>();
  for (const source of sources) {
    if (source.sharesOriginWith.length === 0) {
      nodes.push({ kind: 'source', id: source.key, source });
      continue;
    }
    const group = groups.get(source.origin.id);
    if (group) {
      group.push(source);
      continue;
    }
    const members = [source];
    groups.set(source.origin.id, members);
    nodes.push({ kind: 'origin', id: `origin ${source.origin.id}`, name: source.origin.name, sources: members });
  }
  return nodes;
}

function originItem({ name, sources }: Extract<EvidenceNode, { kind: 'origin' }>): TreeItem {
  const item = new TreeItem(l10n.t('One origin: {0}', name), TreeItemCollapsibleState.Expanded);
  item.iconPath = new ThemeIcon('git-merge');
  item.description = l10n.t('{0} sources count as one', sources.length);
  item.accessibilityInformation = { label: `${item.label}, ${item.description}` };
  item.contextValue = 'origin';
  return item;
}

/** Without a draft there is nothing in which a source might be named. */
function sourceItem(source: ListedSourceItem, inDraft: boolean): TreeItem {
  const { key, name, uses, used, uri, range } = source;
  const item = new TreeItem(name, uses.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
  const facts = [...factsOf(source), ...(inDraft && !source.mayCite ? [l10n.t('not to be named in this draft')] : [])];
  item.description = [
    key === name ? '' : key,
    source.grade,
    source.published,
    source.tlp && `TLP:${source.tlp}`,
    used ? '' : l10n.t('unused'),
  ]
    .filter(Boolean)
    .join(' · ');
  item.iconPath = iconOf(source);
  item.tooltip = [name, ...facts].join('\n');
  item.accessibilityInformation = { label: [name, ...facts].join(', ') };
  item.command = { command: 'backdraft.openPlace', title: l10n.t('Open Source'), arguments: [{ uri, range }] };
  item.contextValue = ['source', ...(source.mayCite ? ['citable'] : []), ...(uses.length > 0 ? ['used'] : [])].join(' ');
  return item;
}

/** What there is to know of a source, in words. */
function factsOf(source: ListedSourceItem): readonly string[] {
  const { key, grade, published, retrieved, tlp, terms, embargo, reliesOn, noText, uses, used } = source;
  return [
    l10n.t('key {0}', key),
    ...(grade ? [l10n.t('grade {0}', grade)] : []),
    ...(published ? [l10n.t('published {0}', published)] : []),
    ...(retrieved ? [l10n.t('retrieved {0}', retrieved)] : []),
    ...(tlp ? [`TLP:${tlp}`] : []),
    ...(terms ? [terms] : []),
    ...(embargo ? [l10n.t('embargo until {0}', embargo)] : []),
    ...(reliesOn ? [l10n.t('relies on {0}', reliesOn)] : []),
    ...(noText ? [l10n.t('no text here to compare with')] : []),
    used ? (uses.length === 1 ? l10n.t('1 passage rests on it') : l10n.t('{0} passages rest on it', uses.length)) : l10n.t('unused'),
  ];
}

function iconOf({ used, noText, mayCite, tlp, terms }: ListedSourceItem): ThemeIcon {
  if (!mayCite && (tlp || terms)) return new ThemeIcon('lock', used ? undefined : new ThemeColor('disabledForeground'));
  if (!used) return new ThemeIcon('circle-outline', new ThemeColor('backdraft.claimUnchecked'));
  return new ThemeIcon(noText ? 'file' : 'book');
}

function useItem({ text, kind, verdict, uri, range }: ListedUseItem): TreeItem {
  const label = text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL).trimEnd()} …` : text;
  const item = new TreeItem(label);
  const said = verdict ? verdictName(verdict) : kind === 'quote' ? l10n.t('Quote') : l10n.t('Citation');
  item.iconPath = verdict ? verdictIcon(verdict) : new ThemeIcon(kind === 'quote' ? 'quote' : 'link');
  item.tooltip = `${text}\n\n${said}`;
  item.accessibilityInformation = { label: `${said}. ${text}` };
  item.command = { command: 'backdraft.openPlace', title: l10n.t('Go to Claim'), arguments: [{ uri, range }] };
  item.contextValue = 'use';
  return item;
}
