// Owns: walks through a program, an attack on one or a protocol, by the words for its parts.
// Must not know: scores, other reasons why a sentence counts for less.
import type { Profile } from './profile.ts';

/** How many such words tell a walk through a program, an attack on one or a protocol. */
const WALK = 2;

/** "The attacker freed the object to get a dangling pointer": how something works, told as if it had happened. */
export function isWalkThrough({ words, quoted }: Profile): boolean {
  if (quoted > 0.2) return false;
  const found = new Set<string>();
  for (const word of words) if (INNER.has(word)) found.add(word);
  return found.size >= WALK;
}

/** Parts of programs, of memory and of protocols. Words that news use, too ("server", "code", "patch"), are not among them. */
const INNER = new Set(
  `allocation allocations allocated allocator array arrays bit bits buffer buffers byte bytes callback callbacks compiler constructor
  counter counters dereference dereferenced descriptor descriptors element elements entry entries field fields frame frames freed freeing
  function functions handle handler handlers handles header headers heap index inode integer integers interface interfaces iteration
  iterations kernel length loop loops memory method methods mutex node nodes object objects offset offsets opcode operand overflow
  overflowed overwrite overwrote packet packets parameter parameters parser pipe pointer pointers primitive primitives protocol queue
  reference references refcount register registers renderer sandbox sandboxed scheduler shellcode socket spray
  sprayed stack string strings struct structure structures syscall thread threads underflow use-after-free user-space
  userspace value values variable variables vector write writes`.split(/\s+/),
);
