// Owns: keeping what is worked out from something: as long as that lives, or of the last few that were asked for.
// Must not know: what is worked out.

/** A function of an object that is worked out once for each of them. It must depend on nothing else. */
export function perObject<K extends object, T>(compute: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return of => {
    let kept = known.get(of);
    if (!kept) {
      kept = { value: compute(of) };
      known.set(of, kept);
    }
    return kept.value;
  };
}

/** The same for texts, or for objects that live long: no more than `most` are kept, and all are dropped when there would be more. */
export function ofLast<K, T>(most: number, compute: (of: K) => T): (of: K) => T {
  const known = new Map<K, { readonly value: T }>();
  return of => {
    let kept = known.get(of);
    if (!kept) {
      kept = { value: compute(of) };
      if (known.size >= most) known.clear();
      known.set(of, kept);
    }
    return kept.value;
  };
}
