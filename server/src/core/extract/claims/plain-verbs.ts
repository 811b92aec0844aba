// Owns: the forms that are a verb and nothing else.
// Must not know: sentences.

export const PLAIN_VERB = /^(?:is|are|was|were|has|have|had|will|can)$/;
