import { describe, expect, test } from 'vitest';
import { findEntities } from '../../src/extract/names/entities.ts';
import { makePassage } from '../../src/extract/text/make-passage.ts';
import { findPlaces } from '../../src/extract/places/places.ts';
import { textBlocks } from '../../src/readers/text/blocks.ts';
import { growth } from './growth.ts';
import { passageOf } from './passage-of.ts';

function read(text: string) {
  const passage = makePassage({
    format: 'text',
    text,
    blocks: textBlocks(text),
    metadata: {},
    notes: [],
  });
  const { countries, regions, cities } = findPlaces(passage);
  return findEntities(passage, { places: [...countries, ...regions, ...cities] });
}

const named = (text: string) => read(text).entities.map(({ kind, title }) => `${kind}: ${title}`);

describe('the kind of a name is voted by all its mentions', () => {
  test('once called a project, but doing what organisations do', () => {
    expect(
      named(
        'The breadLab project began early. breadLab promotes mills. breadLab trains bakers. breadLab joined a union of mills.',
      ),
    ).toEqual(['organisation: breadLab']);
  });

  test('called a project again and again', () => {
    expect(
      named(
        'Le projet PAINMED avance. Les résultats de PAINMED sont là. Le projet PAINMED se termine.',
      ),
    ).toEqual(['project: PAINMED']);
  });

  test('the first line of a project sheet', () => {
    expect(
      named(
        'CROSTA VIVA\n\nCodice del progetto: 12/2020\n\nCROSTA VIVA riunisce i fornai di quattro paesi.',
      ),
    ).toEqual(['project: CROSTA VIVA']);
  });

  test('one name with a place more is another', () => {
    expect(named('Lega Pane organised a fair. The fair was hosted by Lega Pane Sicily.')).toEqual([
      'organisation: Lega Pane',
      'organisation: Lega Pane Sicily',
    ]);
  });

  test('the same name with and without its last words is one', () => {
    expect(
      named(
        'The National League of Mills and Bakeries met. The National League of Mills and Bakeries grew. The League was glad.',
      ),
    ).toEqual(['organisation: National League of Mills and Bakeries']);
  });
});

describe('what is no entity', () => {
  test.each([
    [
      'groups without a name',
      'Public authorities, partners of the project and cooperative organisations from Spain took part.',
    ],
    [
      'persons',
      'The president, Anna Bianchi, and Dr. Paul Roche spoke with Maria López García, director.',
    ],
    ['venues', 'We met at the Harbour Congress Centre and in Palazzo Rosso.'],
    [
      'labels and laws',
      'It holds the label “Good Bread” and follows the Bread Act and the Directive on Flour.',
    ],
    [
      'themes and places',
      'The Social and Solidarity Economy (SSE) grows in Western Greece and in Spain.',
    ],
    ['a head alone', 'The Foundation and the Federation were created by a cooperative.'],
    ['capitals that begin sentences', 'However, bread is good. Meanwhile they organised a walk.'],
    [
      'un groupe sans nom',
      'Les pouvoirs publics, une association locale et les partenaires du projet étaient là.',
    ],
    ['مجموعات بلا اسم', 'شاركت السلطات العمومية وعدد من الجمعيات المحلية في جمعية محلية.'],
  ])('%s', (_, text) => {
    expect(named(text)).toEqual([]);
  });
});

test('persons are told, so that others leave them alone', () => {
  const text =
    'Elle est ouverte par Lucie Martin, présidente de la SCOP Levain, et par M. Bernard Faure.';
  expect(read(text).persons.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Lucie Martin',
    'Bernard Faure',
  ]);
});

test('mentions are places of the text, in order and without overlaps', () => {
  const text =
    'The Union of Island Bakers (UIB) met. UIB sang. The final conference of the CRUST project followed; UIB and CRUST ended it.';
  for (const { mentions } of read(text).entities) {
    for (const [at, { start, end }] of mentions.entries()) {
      expect(start).toBeGreaterThanOrEqual(mentions[at - 1]?.end ?? 0);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  }
});

describe('the time grows with the length only', () => {
  test.each([
    'Aa ',
    '(',
    'Union of ',
    'de la ',
    'Α ',
    'ال',
    'AB (',
    '“a ',
    'Partner: A; ',
    'X – Y ',
  ])('of %j', (unit) => {
    expect(growth(unit, (text) => findEntities(passageOf(text, 'en'), {}))).toBeLessThan(32);
  });
});
