import { describe, expect, it } from 'vitest';
import { findPlaces } from '../../src/extract/places/places.ts';
import { linesAsPassage } from './lines-as-passage.ts';
import { annotatedTexts } from './place-texts.ts';

/** What a text says of places, in short: `PT` named, `~PT` implied, `@PT` of the publisher; regions by id; cities by name. */
function places(text: string, language: string): string {
  const { countries, regions, cities } = findPlaces(linesAsPassage(text, language));
  const signs = { explicit: '', implied: '~', publisher: '@' } as const;
  const all = [
    ...countries.map(({ code, basis }) => `${signs[basis]}${code}`),
    ...regions.map(({ code }) => code),
    ...cities.map(({ name }) => name),
  ];
  return [...new Set(all)].join(' ');
}

describe('countries by their names', () => {
  it.each([
    ['en', 'The team met in Spain, then in the United Kingdom and in Türkiye.', 'ES GB TR'],
    ['en', 'Partners from Bosnia & Herzegovina and the West Bank.', 'BA PS'],
    ['en', 'COOPERATION BETWEEN EGYPT AND LIBYA', 'EG LY'],
    ['en', 'The USA and the UAE sent letters.', 'US AE'],
    ['fr', "L'Égypte, l’Espagne et les Pays-Bas signent.", 'EG ES NL'],
    ['fr', 'Des équipes du Liban, de Côte-d’Ivoire et du Royaume-Uni.', 'LB CI GB'],
    ['es', 'Socios de Túnez, Líbano, Países Bajos y los Territorios Palestinos.', 'TN LB NL PS'],
    ['it', "Partner da Grecia, Paesi Bassi, Bosnia ed Erzegovina e Costa d'Avorio.", 'GR NL BA CI'],
    ['pt', 'Parceiros do Egito, dos Países Baixos e da Jordânia.', 'EG NL JO'],
    ['ca', "Entitats d'Itàlia, del Marroc i de l'Algèria.", 'IT MA DZ'],
    ['el', 'Φορείς από την Ελλάδα, της Τυνησίας, του Λιβάνου και του Μαρόκου.', 'GR TN LB MA'],
    ['el', 'Το Ηνωμένο Βασίλειο και οι πολίτες του Ηνωμένου Βασιλείου.', 'GB'],
    ['el', 'ΣΥΝΑΝΤΗΣΗ ΣΤΗΝ ΙΣΠΑΝΙΑ', 'ES'],
    ['ar', 'عقدت اللقاءات في الرباط وسلا وفاس', '~MA Rabat Salé Fès'],
    ['ar', 'شركاء من الأردن والمغرب ولبنان ومن إسبانيا', 'JO MA LB ES'],
    ['ar', 'وصل الوفد للجزائر ثم لمصر وبتونس', 'DZ EG TN'],
    ['ar', 'البوسنة والهرسك وفلسطين', 'BA PS'],
  ])('%s: %s', (language, text, expected) => {
    expect(places(text, language)).toBe(expected);
  });
});

describe('names that only look like countries', () => {
  it.each([
    ['es', 'La reunión es en la comarca del Campo de Gibraltar.', ''],
    ['es', 'Abre la sesión Montserrat Vilaseca, tesorera.', ''],
    ['it', 'La lezione è di Ginevra Tagliabue.', ''],
    ['el', 'Το Υπουργείο Γεωργίας και Τροφίμων απάντησε.', ''],
    ['el', 'Ήρθαν εταίροι από τη Γεωργία.', 'GE'],
  ])('%s: %s', (language, text, expected) => {
    expect(places(text, language)).toBe(expected);
  });

  it('reads a region of two countries in the one that stands after it', () => {
    expect(places('La caisse de quartier (Pays basque, France) a un siècle.', 'fr')).toBe('FR');
  });

  it('reads the short name of a region in a list, after a preposition too', () => {
    expect(places("Entitats de Provença o d'Occitània.", 'ca')).toBe('~FR FR-PAC FR-OCC');
  });

  it('does not let a cell say what sort of place is in the next one', () => {
    expect(places('Pescatori dello Stretto\tItalia', 'it')).toBe('IT');
    expect(places('Pescatori dello Stretto Italia', 'it')).toBe('');
  });
});

describe('codes of countries in lists of partners', () => {
  it.each([
    ['Coop Uno (IT), House of Work (EL) and Maison Bleue (FR)', 'IT GR FR'],
    ['The lead (IT) department.', ''],
    ['The plan (AI), the team (HR) and the law (IP).', ''],
  ])('%s', (text, expected) => {
    expect(places(text, 'en')).toBe(expected);
  });

  it('reads cells', () => {
    const passage = linesAsPassage('Partner one | ES\nPartner two | PS', 'en');
    const blocks = passage.blocks.map((block) => ({
      ...block,
      kind: 'row' as const,
      cells: [
        { start: block.start, end: block.start + 11 },
        { start: block.end - 2, end: block.end },
      ],
    }));
    expect(findPlaces({ ...passage, blocks }).countries.map(({ code }) => code)).toEqual([
      'ES',
      'PS',
    ]);
  });
});

describe('what only looks like a place', () => {
  it.each([
    ['it', 'Il decreto del 9 luglio u.s. è stato approvato.'],
    ['it', 'Lo finanzia il programma ENI Italia-Tunisia nel 2016.'],
    ['en', 'The Island Futures Guild runs the ferry.'],
    ['es', 'El grupo de la UAE participa.'],
    ['es', 'Traducción español - francés - árabe.'],
    ['ar', 'نص وصور: النادي'],
    ['en', 'Georgia Ioannou and Jordan Miles opened the session.'],
    ['en', 'Paris Alexiou, Chad Moreno and Florence Petit took part.'],
    ['en', 'The report is available in French; a Spanish version follows (Italian).'],
    ['es', 'Las actas se traducen al italiano y del francés.'],
    ['ca', 'Original: francès · Traducció revisada'],
    ['en', 'Nice work: tours of the site split the group in two.'],
    ['en', 'Prof. Milan, Mr Jordan and Dr. Roma spoke.'],
    ['en', 'The Bologna Process and the Paris Agreement matter in Latin America.'],
    ['en', 'Roma women lead the group.'],
    ['en', 'A polish of the text was needed, and turkey was served.'],
    ['fr', 'Marche ou arrête. Le marché de la rue de Belgique ferme.'],
    ['fr', "Le centre et l'école orientale. Tours de table."],
    ['fr', 'Siège : 14, boulevard de Tunis et place de Catalogne.'],
    ['fr', 'Les oiseaux du Lac de Tunis et du golfe de Gabès.'],
    ['fr', 'Texte en espagnol, en arabe et en grec ; version italienne disponible.'],
    ['es', 'Este proyecto crece como la marina. Sur y norte se unen.'],
    ['es', 'Celia Valencia Ruiz y Pedro de León hablaron con Antonio Toledo.'],
    ['es', 'Banco Santander y la calle de Sevilla, en la plaza de España.'],
    ['it', 'In via Roma 12, piazza Venezia e viale Libia.'],
    ['it', 'Marco Ancona e la dott.ssa Paola Verona. La marina e le marche da bollo.'],
    ['pt', 'Versão em francês. O Norte de África e o centro da aldeia.'],
    ['pt', 'Maria Lisboa e João Braga vivem na rua de Angola.'],
    ['ca', 'El Palau Robert, al carrer de València, tanca. Text en castellà, anglès i francès.'],
    ['el', 'Η Γεωργία Ανδρέου μίλησε στα ιταλικά και στα γαλλικά.'],
    ['el', 'Η οδός Αθηνών κλείνει.'],
    ['ar', 'يقع في شارع المغرب وكتب باللغة الإسبانية'],
    ['ar', 'كان الدعم مالي في الليل'],
  ])('%s: %s', (language, text) => {
    expect(places(text, language)).toBe('');
  });
});

describe('a name of a region and of its city', () => {
  it.each([
    ['en', 'The meeting in Valencia went well.', '~ES València'],
    ['en', 'Regions such as Sicily, Valencia, and Murcia joined.', '~IT ~ES IT-82 ES-VC ES-MC'],
    ['en', 'The Madrid region and the Governorate of Tunis agreed.', '~ES ~TN ES-MD TN-11'],
    ['en', 'They met in Tunis and Beirut.', '~TN ~LB Tunis Beirut'],
    ['en', 'Seville, Andalusia, hosted them.', '~ES ES-AN Sevilla'],
    ['en', 'Luxembourg and Malta agreed.', 'LU MT'],
    ['en', 'Western Greece and Castile and León.', '~GR ~ES GR-G ES-CL'],
    ['en', 'A farm in the Ancona area.', '~IT IT-AN Ancona'],
    ['en', 'The shop moved to Legacity Marche.', '~IT IT-57'],
    ['en', 'Farms of the province of León, and the town of León.', '~ES ES-LE León'],
    ['es', 'En las provincias de Zamora, Soria y León.', '~ES ES-ZA ES-SO ES-LE'],
    ['es', 'Talleres en Bizkaia y Gipuzkoa, y en Soria.', '~ES ES-BI ES-SS Soria'],
    ['es', 'La provincia de Valencia y la Región de Murcia.', '~ES ES-V ES-MC'],
    ['it', 'La Fondazione di Comunità di Chieti, in provincia di Teramo.', '~IT IT-TE Chieti'],
    ['it', 'Partner di Napoli, della Campania e della Sicilia.', '~IT IT-72 IT-82 Napoli'],
    ['it', 'Coltivano in provincia di Pesaro e Urbino.', '~IT IT-PU'],
    ['fr', "Une ferme du Finistère et une autre de l'Hérault.", '~FR FR-29 FR-34'],
    ['fr', 'Dans le département du Lot, un lot de terre au nord.', '~FR FR-46'],
    ['pt', 'Uma quinta no distrito de Beja, longe do Porto.', '~PT PT-02 Porto'],
    ['ar', 'تعاونيات إقليم تيزنيت ومدينة أكادير', '~MA MA-TIZ Agadir'],
    ['en', 'In Tripoli, Lebanon, and in Libya?', '~LB LB LY Tripoli'],
    ['en', 'Tripoli was far from Libya and Lebanon.', 'LY LB'],
    ['en', 'Jerusalem, and groups in Palestine.', '~PS PS Jerusalem'],
    ['en', 'A visit to Jerusalem.', ''],
    ['fr', "La Région Occitanie et L'Oriental coopèrent.", '~FR ~MA FR-OCC MA-02'],
    ['fr', 'Le gouvernorat de Sfax et la ville de Sousse.', '~TN TN-61 Sousse'],
    ['es', 'Castilla y León, la Región de Murcia y la ciudad de Murcia.', '~ES ES-CL ES-MC Murcia'],
    ['it', 'In Emilia-Romagna e nelle Marche, a Pisa.', '~IT IT-45 IT-57 Pisa'],
    ['pt', 'A Região Norte e o Porto, no Alentejo.', '~PT PT11 PT18 Porto'],
    ['pt', 'No Oeste e Vale do Tejo e na Grande Lisboa.', '~PT PT1D PT1A'],
    ['ca', 'Del País Valencià a Catalunya, passant per València.', '~ES ES-VC ES-CT València'],
    ['el', 'Στην Περιφέρεια Κρήτης και στη Δυτική Μακεδονία.', '~GR GR-M GR-C'],
    ['ar', 'ولاية صفاقس ومدينة سوسة', '~TN TN-61 Sousse'],
  ])('%s: %s', (language, text, expected) => {
    expect(places(text, language)).toBe(expected);
  });
});

describe('peoples', () => {
  it.each([
    ['en', 'The Tunisian government and Lebanese groups replied.', '~TN ~LB'],
    ['fr', 'Une délégation jordanienne rencontre le ministère grec.', '~JO ~GR'],
    ['es', 'Las cooperativas italianas en el mercado portugués.', '~IT ~PT'],
    ['el', 'Οι ισπανικές οργανώσεις και το ιταλικό δίκτυο.', '~ES ~IT'],
    ['ar', 'وفد تونسي ومنظمات لبنانية', '~TN ~LB'],
  ])('%s: %s', (language, text, expected) => {
    expect(places(text, language)).toBe(expected);
  });
});

describe('the address of a publisher', () => {
  it.each([
    ['@ 12 Harbour Street, 1000 Brussels, Belgium', '@BE Bruxelles'],
    ['Write to us: Rue Longue 3, 13001 Marseille, France.', '@FR Marseille'],
    ['> Français | Español | Italia', ''],
  ])('%s', (text, expected) => {
    expect(places(text, 'fr')).toBe(expected);
  });
});

it('quotes the text where it says so', () => {
  for (const { text, language } of annotatedTexts) {
    const passage = linesAsPassage(text, language);
    for (const { start, end } of findPlaces(passage).countries) {
      expect(passage.text.slice(start, end)).toMatch(/^\S.*\S$/su);
    }
  }
});

describe('texts of our own', () => {
  it.each(annotatedTexts.map((each, index) => [`${each.language} ${index}`, each] as const))(
    '%s',
    (_, each) => {
      const found = findPlaces(linesAsPassage(each.text, each.language));
      const named = new Set(
        found.countries.flatMap(({ code, basis }) => (basis === 'explicit' ? code : [])),
      );
      const implied = new Set(
        found.countries.flatMap(({ code, basis }) =>
          basis === 'implied' && !named.has(code) ? code : [],
        ),
      );
      expect([...named].toSorted()).toEqual(each.named.toSorted());
      expect([...implied].toSorted()).toEqual(each.implied.toSorted());
      expect([...new Set(found.regions.map(({ code }) => code))].toSorted()).toEqual(
        each.regions.toSorted(),
      );
    },
  );
});

describe('a name that is seldom a town is one beside towns of its country', () => {
  it.each([
    ['en', 'Training was held for farmers from Irbid, Salt and Zarqa.', '~JO Irbid Al-Salt Zarqa'],
    ['fr', 'Les ateliers ont eu lieu à Irbid, Salt et Zarqa.', '~JO Irbid Al-Salt Zarqa'],
    ['es', 'Los talleres se hicieron en Amán, Salt e Irbid.', '~JO Amman Al-Salt Irbid'],
    ['en', 'The workshop in Salt was full.', '~JO Al-Salt'],
    ['en', 'They sell Bread, Salt and Oil in Amman.', '~JO Amman'],
    ['ca', 'Els tallers es van fer a Girona, Salt i Figueres.', '~ES Girona Figueres'],
  ])('%s: %s', (language, text, found) => {
    expect(places(text, language)).toBe(found);
  });
});
