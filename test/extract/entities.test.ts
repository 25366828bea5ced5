import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/core/document.ts';
import { findDates } from '../../src/extract/dates/dates.ts';
import { findEntities } from '../../src/extract/names/entities.ts';
import { makePassage } from '../../src/extract/text/make-passage.ts';
import { findPlaces } from '../../src/extract/places/places.ts';
import { findProgrammes } from '../../src/extract/names/programmes.ts';
import { textBlocks } from '../../src/readers/text/blocks.ts';
import ar from './entity-texts/ar.ts';
import ca from './entity-texts/ca.ts';
import el from './entity-texts/el.ts';
import en from './entity-texts/en.ts';
import es from './entity-texts/es.ts';
import fr from './entity-texts/fr.ts';
import it from './entity-texts/it.ts';
import pt from './entity-texts/pt.ts';

const texts = { en, fr, es, it, pt, ca, el, ar };

function read(text: string) {
  const document: Document = {
    format: 'text',
    text,
    blocks: textBlocks(text),
    metadata: {},
    notes: [],
  };
  const passage = makePassage(document);
  const { countries, regions, cities } = findPlaces(passage);
  const places = [...countries, ...regions, ...cities];
  return findEntities(passage, {
    places,
    programmes: findProgrammes(passage, []),
    dates: findDates(passage),
  });
}

for (const [language, list] of Object.entries(texts)) {
  describe(`names in ${language}`, () => {
    test.each(list)('$what', ({ text, names }) => {
      const { entities } = read(text);
      const found = entities.map(
        ({ kind, title, acronym }) =>
          `${kind}: ${title}${acronym === undefined ? '' : ` [${acronym}]`}`,
      );
      expect(found.toSorted()).toEqual(names.toSorted());
    });
  });
}
