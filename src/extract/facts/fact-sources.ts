import type { Vocabularies } from '../../vocabulary/load.ts';
import type { Dated } from '../dates/dated.ts';
import type { FactBook } from './fact-book.ts';
import type { FoundRole } from '../roles/found-role.ts';
import type { Home } from '../places/home.ts';
import type { Mention } from '../text/mention.ts';
import type { Surroundings } from '../text/nearby.ts';
import type { Passage } from '../text/passage.ts';
import type { Recognised } from '../recognise.ts';
import type { Salience } from '../roles/role-target.ts';
import type { Labelled } from '../roles/sheet.ts';
import type { Sum } from '../amounts/sums.ts';
import type { ThemeFound } from './themes.ts';
import type { Thing, Things } from './thing.ts';
import type { FoundTitle } from './title.ts';

/** What facts are made of. */
export interface FactSources {
  readonly text: string;
  readonly passage: Passage;
  readonly book: FactBook;
  readonly things: Things;
  readonly mentions: readonly Mention[];
  readonly recognised: Recognised;
  readonly roles: readonly FoundRole[];
  readonly homes: ReadonlyMap<string, Home>;
  readonly dates: readonly Dated[];
  readonly sums: readonly Sum[];
  readonly themes: readonly ThemeFound[];
  readonly sheet: readonly Labelled[];
  readonly salience: Salience;
  readonly around: Surroundings;
  readonly title: FoundTitle | undefined;
  readonly vocabularies: Vocabularies;
}

/** The record that an entity is, or the entity of the answer. */
export function valueOf({ id, record }: Thing): string {
  return record ?? id;
}
