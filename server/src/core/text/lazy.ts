// Owns: values that are made when somebody first asks for them, so that a process which never does starts without them.
// Must not know: what they are.

/** Gives the value that `make` makes; it is made on the first call and kept. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
