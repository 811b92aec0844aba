// Owns: nothing any longer: the knowledge tables stand in knowledge/knowledge.ts.
// Must not know: anything.
export { TABLES, withTable } from '../knowledge/knowledge.ts';
