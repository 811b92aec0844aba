// Owns: mocha in the extension host of a browser; imported before any test.
// Must not know: single tests.
import 'mocha/mocha.js';

// Its bundle for browsers hangs itself on the global object.
const { mocha } = globalThis as unknown as { readonly mocha: BrowserMocha };

/** What is used of mocha's build for browsers. */
interface BrowserMocha {
  setup(options: { ui: 'bdd'; timeout: number; reporter: unknown }): void;
  run(done: (failures: number) => void): {
    readonly stats: { readonly passes: number; readonly failures: number; readonly pending: number };
  };
}

const { reporters } = (globalThis as unknown as { Mocha: { reporters: { Spec: unknown; Base: { useColors: boolean } } } }).Mocha;
reporters.Base.useColors = false;
mocha.setup({ ui: 'bdd', timeout: 30_000, reporter: reporters.Spec });

export { mocha };
