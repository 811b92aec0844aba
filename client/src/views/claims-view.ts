// Owns: the Claims view: the claims of a draft, grouped and filtered, each with what it rests on.
// Must not know: how verdicts are reached.
import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import {
  CLAIMS_REQUEST,
  type ClaimList,
  type ClaimVerdict,
  type DocumentParams,
  type ListedClaimItem,
  RESTS_ON_REQUEST,
  type RestsOnItem,
  type RestsOnParams,
} from '../../../server/src/protocol.ts';
import type { Session } from '../extension.shared.ts';
import { reasonText, VERDICTS, verdictIcon, verdictName } from './verdicts.ts';

export type Grouping = 'verdict' | 'section' | 'source';

/** What the view shows of a draft; all of it where everything is absent. */
export interface ClaimFilter {
  readonly words?: string;
  readonly verdicts?: readonly ClaimVerdict[];
  readonly source?: { readonly key: string; readonly name: string };
}

export type ClaimNode =
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly title: string;
      readonly icon: ThemeIcon;
      readonly claims: readonly ListedClaimItem[];
    }
  | { readonly kind: 'claim'; readonly id: string; readonly claim: ListedClaimItem; readonly uri: string }
  /** A source that a claim rests on, or what that source goes back to. */
  | { readonly kind: 'behind'; readonly id: string; readonly item: RestsOnItem };

/** Where the choices of the view are kept, per workspace. */
const GROUPING = 'backdraft.claims.grouping';
const LONGEST_LABEL = 160;

export class ClaimsView implements TreeDataProvider<ClaimNode>, Disposable {
  readonly #session: Session;
  readonly #changed = new EventEmitter<undefined>();
  readonly #view: TreeView<ClaimNode>;
  readonly #disposables: Disposable[];
  #list: ClaimList | undefined;
  #filter: ClaimFilter = {};
  #asked = 0;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(session: Session) {
    this.#session = session;
    this.#view = window.createTreeView('backdraft.claims', { treeDataProvider: this, showCollapseAll: true });
    this.#disposables = [
      this.#changed,
      this.#view,
      session.states.onDidChange(() => void this.refresh()),
      this.#view.onDidChangeVisibility(() => void this.refresh()),
    ];
    void this.refresh();
  }

  get list(): ClaimList | undefined {
    return this.#list;
  }

  /** How many claims the badge counts. */
  get badge(): number {
    return this.#view.badge?.value ?? 0;
  }

  get grouping(): Grouping {
    return this.#session.context.workspaceState.get<Grouping>(GROUPING, 'verdict');
  }

  get filter(): ClaimFilter {
    return this.#filter;
  }

  async groupBy(grouping: Grouping): Promise<void> {
    await this.#session.context.workspaceState.update(GROUPING, grouping);
    this.#show();
  }

  filterBy(filter: ClaimFilter): void {
    this.#filter = filter;
    void commands.executeCommand('setContext', 'backdraft.claims.filtered', isActive(filter));
    this.#show();
  }

  /** Asks the server for the claims of the draft that the views are about. The badge counts even where the view is hidden. */
  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    const { client, states } = this.#session;
    const { draft } = states;
    let list: ClaimList | null | undefined;
    if (draft && client.isRunning()) {
      const params: DocumentParams = { uri: draft.toString() };
      // A check that an edit overtakes is followed by another one.
      list = await client.sendRequest<ClaimList | null>(CLAIMS_REQUEST, params).catch(() => this.#list);
    }
    if (asked !== this.#asked) return;
    this.#list = list ?? undefined;
    this.#show();
  }

  #show(): void {
    const claims = this.#list?.claims ?? [];
    const shown = this.#shown();
    const open = claims.filter(claim => claim.open).length;
    this.#view.badge =
      open === 0
        ? undefined
        : { value: open, tooltip: open === 1 ? l10n.t('1 claim without support') : l10n.t('{0} claims without support', open) };
    this.#view.description = this.#list ? baseName(this.#list.uri) : '';
    this.#view.message = isActive(this.#filter) && claims.length > 0 ? this.#filterText(shown.length, claims.length) : '';
    void commands.executeCommand('setContext', 'backdraft.claims.state', stateOf(this.#list));
    this.#changed.fire(undefined);
  }

  #filterText(shown: number, all: number): string {
    const { words, verdicts, source } = this.#filter;
    const parts = [
      ...(words ? [`“${words}”`] : []),
      ...(verdicts ? verdicts.map(verdictName) : []),
      ...(source ? [l10n.t('resting on {0}', source.name)] : []),
    ];
    return l10n.t('{0} of {1} claims: {2}', shown, all, parts.join(', '));
  }

  #shown(): readonly ListedClaimItem[] {
    const { words, verdicts, source } = this.#filter;
    const wanted = words?.toLowerCase();
    return (this.#list?.claims ?? []).filter(
      claim =>
        (wanted === undefined || claim.text.toLowerCase().includes(wanted)) &&
        (verdicts === undefined || verdicts.includes(claim.verdict)) &&
        (source === undefined || claim.sources.some(({ key }) => key === source.key)),
    );
  }

  async getChildren(node?: ClaimNode): Promise<ClaimNode[]> {
    if (!node) return groupsOf(this.#shown(), this.grouping);
    switch (node.kind) {
      case 'group':
        return node.claims.map((claim, index) => ({
          kind: 'claim',
          // Stable while the text of other claims changes, so that what is expanded stays so.
          id: `${node.id}/${node.claims.slice(0, index).filter(({ text }) => text === claim.text).length}/${claim.text}`,
          claim,
          uri: this.#list?.uri ?? '',
        }));
      case 'claim':
        return behind(node.id, await this.#restsOn(node));
      case 'behind':
        return behind(node.id, node.item.children);
    }
  }

  async #restsOn({ uri, claim }: Extract<ClaimNode, { kind: 'claim' }>): Promise<readonly RestsOnItem[]> {
    const params: RestsOnParams = { textDocument: { uri }, position: claim.range.start };
    const [found] = await this.#session.client.sendRequest<readonly RestsOnItem[]>(RESTS_ON_REQUEST, params).catch(() => []);
    return found?.kind === 'claim' ? found.children : found ? [found] : [];
  }

  getTreeItem(node: ClaimNode): TreeItem {
    const item = itemOf(node);
    item.id = node.id;
    return item;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

function isActive({ words, verdicts, source }: ClaimFilter): boolean {
  return words !== undefined || verdicts !== undefined || source !== undefined;
}

/** Which of the welcome texts fits. */
function stateOf(list: ClaimList | undefined): string {
  if (list?.role !== 'draft') return 'none';
  if (list.indexing) return 'indexing';
  if (list.dormant) return 'dormant';
  return list.claims.length === 0 ? 'empty' : 'claims';
}

function groupsOf(claims: readonly ListedClaimItem[], grouping: Grouping): ClaimNode[] {
  if (grouping === 'verdict') {
    return VERDICTS.map(verdict => ({ verdict, found: claims.filter(claim => claim.verdict === verdict) }))
      .filter(({ found }) => found.length > 0)
      .map(({ verdict, found }) => groupOf(verdict, verdictName(verdict), verdictIcon(verdict), found));
  }
  const groups = new Map<string, { readonly title: string; readonly claims: ListedClaimItem[] }>();
  const add = (id: string, title: string, claim: ListedClaimItem): void => {
    const group = groups.get(id) ?? { title, claims: [] };
    group.claims.push(claim);
    groups.set(id, group);
  };
  for (const claim of claims) {
    if (grouping === 'section') {
      const { section } = claim;
      add(section ? `${section.range.start.line} ${section.title}` : '', section?.title ?? l10n.t('Before the first heading'), claim);
    } else if (claim.sources.length === 0) {
      add('', l10n.t('No source'), claim);
    } else {
      for (const { key, name } of claim.sources) add(`key ${key}`, name, claim);
    }
  }
  const icon = new ThemeIcon(grouping === 'section' ? 'symbol-class' : 'book');
  return [...groups].map(([id, group]) => groupOf(id, group.title, icon, group.claims));
}

function groupOf(id: string, title: string, icon: ThemeIcon, claims: readonly ListedClaimItem[]): ClaimNode {
  return { kind: 'group', id, title, icon, claims };
}

function behind(id: string, items: readonly RestsOnItem[]): ClaimNode[] {
  return items.map((item, index) => ({ kind: 'behind', id: `${id}/${index}`, item }));
}

function itemOf(node: ClaimNode): TreeItem {
  switch (node.kind) {
    case 'group': {
      const item = new TreeItem(node.title, TreeItemCollapsibleState.Expanded);
      item.iconPath = node.icon;
      item.description = String(node.claims.length);
      item.accessibilityInformation = {
        label: node.claims.length === 1 ? l10n.t('{0}, 1 claim', node.title) : l10n.t('{0}, {1} claims', node.title, node.claims.length),
      };
      item.contextValue = 'group';
      return item;
    }
    case 'claim':
      return claimItem(node.claim, node.uri);
    case 'behind':
      return behindItem(node.item);
  }
}

function claimItem({ text, verdict, reason, range, sources }: ListedClaimItem, uri: string): TreeItem {
  const label = text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL).trimEnd()} …` : text;
  const item = new TreeItem(label, sources.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
  const verdictText = reason ? `${verdictName(verdict)}: ${reasonText(reason)}` : verdictName(verdict);
  const names = sources.map(({ name }) => name).join(', ');
  item.iconPath = verdictIcon(verdict);
  // Plain text: nothing of a draft is Markdown here.
  item.tooltip = [text, verdictText, ...(names ? [names] : [])].join('\n\n');
  // A sentence has its full stop already.
  const said = `${verdictText}. ${text}`;
  item.accessibilityInformation = { label: names ? `${said} ${l10n.t('Rests on {0}', names)}` : said };
  item.command = { command: 'backdraft.openPlace', title: l10n.t('Go to Claim'), arguments: [{ uri, range }] };
  item.contextValue = 'claim';
  return item;
}

function behindItem({ kind, label, detail, location, children }: RestsOnItem): TreeItem {
  const item = new TreeItem(label, children.length > 0 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None);
  item.description = detail;
  item.iconPath = new ThemeIcon(kind === 'source' ? 'book' : 'git-merge');
  item.tooltip = [label, detail].filter(Boolean).join('\n\n');
  const said = kind === 'source' ? l10n.t('Source {0}', label) : l10n.t('Origin {0}', label);
  item.accessibilityInformation = { label: detail ? `${said}, ${detail}` : said };
  item.contextValue = kind;
  if (location) item.command = { command: 'backdraft.openPlace', title: l10n.t('Open Source'), arguments: [location] };
  return item;
}

function baseName(uri: string): string {
  return Uri.parse(uri).path.split('/').pop() ?? '';
}
