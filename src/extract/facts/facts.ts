import type { FactSources } from './fact-sources.ts';
import { ofEvents } from './facts-of-events.ts';
import { ofCountries, ofRoles } from './facts-of-parts.ts';
import { ofTies } from './facts-of-ties.ts';
import { ofDocument, ofSections, ofSheet } from './facts-of-sheets.ts';
import { ofDates, ofNames, ofSums, ofThemes } from './facts-of-values.ts';

/** Proposes every fact that the sources allow, in a fixed order. */
export function proposeFacts(sources: FactSources): void {
  for (const propose of [
    ofRoles,
    ofDates,
    ofSums,
    ofCountries,
    ofNames,
    ofEvents,
    ofSheet,
    ofSections,
    ofTies,
    ofThemes,
    ofDocument,
  ])
    propose(sources);
}
