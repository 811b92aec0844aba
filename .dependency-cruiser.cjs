// The order of the layers: imports point down this list, never up. `npm run deps` checks it.
const core = 'server/src/core';

/** Layers of core from the ground up. */
const LAYERS = ['text', 'syntax', '(?:lexicon|knowledge)', 'extract', 'evidence', 'rules', 'annotations', 'engine', 'ide'];

const upward = LAYERS.slice(0, -1).map((layer, i) => ({
  name: `${layer.replace(/\W/g, '')}-looks-up`,
  severity: 'error',
  comment: 'A layer must not import from the layers above it.',
  from: { path: `^${core}/${layer}/` },
  to: { path: `^${core}/(?:${LAYERS.slice(i + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...upward,
    { name: 'core-stays-pure', severity: 'error', comment: 'Core knows neither Node nor LSP nor VS Code.', from: { path: `^${core}/` }, to: { path: '^(?:server/src/(?!core/)|client/)|^node:|vscode-languageserver|^vscode$' } },
    { name: 'core-without-node', severity: 'error', from: { path: `^${core}/` }, to: { dependencyTypes: ['core'] } },
    { name: 'client-is-thin', severity: 'error', comment: 'The client shares the protocol and nothing else with the server.', from: { path: '^client/' }, to: { path: '^server/', pathNot: '^server/src/protocol\\.ts$' } },
    { name: 'hosts-apart', severity: 'error', comment: 'LSP, command line and browser do not import each other.', from: { path: '^server/src/lsp/' }, to: { path: '^server/src/(?:cli|node|browser)/' } },
    { name: 'cli-without-lsp', severity: 'error', from: { path: '^server/src/cli/' }, to: { path: '^server/src/lsp/|vscode-languageserver' } },
    { name: 'no-circles', severity: 'error', from: { path: '^(?:server|client)/' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^(?:vscode|mdast)$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'browser', 'default'], extensions: ['.ts', '.js', '.mjs', '.json'] },
  },
};
