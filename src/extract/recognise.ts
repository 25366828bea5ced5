import type { TextSpan } from '../core/document.ts';
import type { RoledDate } from './dates/date-roles.ts';
import { datesWithRoles } from './dates/date-roles.ts';
import { findDates } from './dates/dates.ts';
import type { FoundEntities, KnownSpan } from './names/entities.ts';
import { findEntities } from './names/entities.ts';
import type { FigureMention } from './amounts/figures.ts';
import { figureRows } from './amounts/figure-rows.ts';
import { findFigures } from './amounts/figures.ts';
import { findKnown } from './names/known-names.ts';
import type { KnownRecord } from '../core/known-record.ts';
import type { MoneyMention } from './amounts/money.ts';
import { findMoney } from './amounts/money.ts';
import { isIn, nextMeetings } from './dates/next-meeting.ts';
import type { Passage } from './text/passage.ts';
import type { Places } from './places/places.ts';
import { inOrder } from './text/mention.ts';
import { findPlaces } from './places/places.ts';
import { findProgrammes } from './names/programmes.ts';

/** All that the recognisers find in a passage, before anything is joined. */
export interface Recognised extends FoundEntities {
  readonly places: Places;
  readonly dates: readonly RoledDate[];
  /** Where a paper about one meeting tells of the next. */
  readonly nextMeetings: readonly TextSpan[];
  readonly money: readonly MoneyMention[];
  readonly figures: readonly FigureMention[];
}

/** Runs every recogniser over a passage. */
export function recognise(passage: Passage, known: readonly KnownRecord[]): Recognised {
  const places = findPlaces(passage);
  const dates = findDates(passage);
  const byId = new Map(known.map((record) => [record.id, record]));
  // A record that only a menu or a link to another page names is none of the text.
  const pages = passage.blocks.filter(({ zone }) => zone === 'navigation');
  const inText = findKnown(passage, known).filter(({ start }) => !isIn(pages, start));
  const knownSpans = inText.map(({ start, end, records }): KnownSpan => ({
    start,
    end,
    records: records.flatMap((id) => byId.get(id) ?? []),
  }));
  const found = findEntities(passage, {
    known: knownSpans,
    places: placeSpans(places),
    programmes: findProgrammes(passage, known),
    dates,
  });
  const roled = datesWithRoles(passage, dates);
  return {
    ...found,
    places,
    dates: roled,
    nextMeetings: nextMeetings(passage, roled),
    money: findMoney(passage),
    figures: inOrder([...findFigures(passage), ...figureRows(passage)]),
  };
}

/** Every place as a span of the text. */
export function placeSpans({ countries, regions, cities }: Places): TextSpan[] {
  return [...countries, ...regions, ...cities].map(({ start, end }) => ({ start, end }));
}
