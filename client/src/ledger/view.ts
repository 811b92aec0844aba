// Owns: the script in the page of the ledger: it takes new ledgers without losing the reader's place, and tells what is clicked.
// Must not know: VS Code's API beyond messages; what stands in the ledger.

interface Host {
  postMessage(message: unknown): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const main = document.querySelector('main') as HTMLElement;
const level = document.querySelector('#level') as HTMLSelectElement;
const above = document.querySelector('#above') as HTMLInputElement;
const unmarked = document.querySelector('#unmarked') as HTMLInputElement;
const unmarkedToo = document.querySelector('#unmarked-too') as HTMLElement;
let version = 0;

interface Audience {
  readonly tlp: string;
  readonly includeAbove: boolean;
  readonly includeUnmarked: boolean;
}

window.addEventListener(
  'message',
  ({ data }: MessageEvent<{ readonly audience?: Audience; readonly body?: unknown; readonly version?: unknown }>) => {
    if (data.audience) showAudience(data.audience);
    if (typeof data.body !== 'string' || typeof data.version !== 'number') return;
    version = data.version;
    const restore = placeOfReader();
    main.innerHTML = data.body;
    restore();
  },
);

document.addEventListener('click', event => {
  const clicked = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-target],[data-export],a[href^="#"]') : null;
  if (!clicked) return;
  const { target, export: format } = clicked.dataset;
  if (target !== undefined) host.postMessage({ type: 'reveal', version, target: Number(target) });
  else if (format !== undefined) host.postMessage({ type: 'export', format });
  else {
    event.preventDefault();
    goTo(clicked.getAttribute('href')?.slice(1) ?? '');
  }
});

for (const control of [level, above, unmarked])
  control.addEventListener('change', () => {
    const audience: Audience = { tlp: level.value, includeAbove: above.checked, includeUnmarked: unmarked.checked };
    showAudience(audience);
    host.postMessage({ type: 'audience', version, ...audience });
  });

/** What has no mark is left out only where a level is asked for. */
function showAudience({ tlp, includeAbove, includeUnmarked }: Audience): void {
  level.value = tlp;
  above.checked = includeAbove;
  unmarked.checked = includeUnmarked && tlp !== '';
  unmarkedToo.hidden = tlp === '';
}

function goTo(id: string): void {
  const place = document.getElementById(id);
  place?.scrollIntoView();
  place?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
}

/** Remembers what is at the top of the window, what has the focus and what is unfolded; the answer puts it back. */
function placeOfReader(): () => void {
  const top = [...main.querySelectorAll<HTMLElement>('[id]')].find(one => one.getBoundingClientRect().bottom > 60);
  const offset = top?.getBoundingClientRect().top ?? 0;
  const focused = main.contains(document.activeElement) ? (document.activeElement as HTMLElement) : undefined;
  const within = focused?.closest('[id]')?.id;
  const index = within === undefined ? -1 : focusable(within).indexOf(focused as HTMLElement);
  const unfolded = [...main.querySelectorAll('details[open]')].map(one => one.closest('[id]')?.id);
  return () => {
    for (const id of unfolded) if (id) document.getElementById(id)?.querySelector('details')?.setAttribute('open', '');
    const again = top && document.getElementById(top.id);
    if (again) window.scrollBy(0, again.getBoundingClientRect().top - offset);
    if (within !== undefined) focusable(within)[index]?.focus({ preventScroll: true });
  };
}

function focusable(id: string): readonly HTMLElement[] {
  return [...(document.getElementById(id)?.querySelectorAll<HTMLElement>('button,a,summary') ?? [])];
}

host.postMessage({ type: 'ready' });
