import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import text from '../../src/readers/text.ts';
import { concepts } from '../../src/vocabulary/load.ts';

async function eventsOf(written: string): Promise<string[]> {
  const document = await text.read(Buffer.from(written));
  const context = { sha256: '0'.repeat(64), known: [], vocabularies: concepts };
  return extract(document, context)
    .entities.filter(({ kind }) => kind === 'event')
    .map(({ title }) => title);
}

describe('events', () => {
  it.each([
    [
      'it: below an invitation',
      'INVITO\n\nIl Consorzio Pietra Viva\nha il piacere di invitarLa al seminario\n\nTENERE APERTO\nBotteghe e quartieri\n\nsabato 4 maggio 2024\n',
      ['TENERE APERTO'],
    ],
    [
      'ca: below what sort of event it is',
      'TAULA RODONA\n\nQui paga la festa?\nFestes majors i cooperatives\n\nDijous 9 de maig de 2024, a les 18 h\nAteneu La Sínia, Reus\n',
      ['Qui paga la festa?'],
    ],
    [
      'en: in quotes below an invitation',
      'The Guild of Bakers invites you to the conference\n“Bread and Neighbours”\n\nSousse, 4 May 2024\n\nThe conference is free. Bakers from nine towns will speak.\n',
      ['Bread and Neighbours'],
    ],
    [
      'fr: sessions of a programme are none',
      'Forum des fours communs\nSfax, 4 mai 2024\n\n9h00 – Séance d’ouverture\n9h30 – Table ronde « Le prix du pain »\n14h00 – Ateliers en parallèle\n16h30 – Cérémonie de clôture\n',
      ['Forum des fours communs'],
    ],
    [
      'es: a heading says only the sort of what is named below',
      'Acta de la reunión\n\n1. Presupuesto\nSe aprueba por unanimidad y sin debate.\n\n2. Congreso 2024\nSe acepta la oferta de Lorca para acoger el III Congreso de Hornos Comunes, los días 3 y 4 de mayo.\n',
      ['III Congreso de Hornos Comunes'],
    ],
    [
      'fr: what takes place every year has no day',
      'La Coopérative du Four est née à Sfax. L’assemblée générale se tient chaque année en mars. Elle réunit les sociétaires.\n',
      [],
    ],
    [
      'fr: unless one of them is told',
      'La Coopérative du Four est née à Sfax. L’assemblée générale se tient chaque année. La dernière a eu lieu le 7 mars 2023.\n',
      ['Assemblée générale'],
    ],
    [
      'it: a place named after what takes place there',
      'La Cooperativa del Forno espone i suoi pani presso la Fiera del Levante fino a domenica. L’ingresso è libero.\n',
      [],
    ],
    [
      'ca: a town before it is no part of the name',
      'El 10 de juny vam acollir a Reus la II Trobada de Forns Cooperatius. Hi van venir trenta persones.\n',
      ['II Trobada de Forns Cooperatius'],
    ],
    [
      'el: a report is no exhibition',
      'ΔΙΚΤΥΟ ΕΛΑΙΟΠΑΡΑΓΩΓΩΝ ΚΡΗΤΗΣ\nΕτήσια Έκθεση 2022\n\nΤο 2022 το Δίκτυο στήριξε εννέα συνεταιρισμούς.\n',
      [],
    ],
    [
      'pt: the next one',
      'A cooperativa recebe em Loulé o próximo encontro de parceiros, em maio de 2024. A próxima semana será de descanso.\n',
      ['Próximo encontro de parceiros'],
    ],
    [
      'en: the next one, but no stretch of time',
      'The next steering committee meeting is in Alexandria in March 2025. Next week the office is closed.\n',
      ['Next steering committee meeting'],
    ],
    [
      'en: a head with a qualifier, even after “a”, where its day is told',
      'Nineteen bakeries have set up a guild. The founding assembly took place in Sfax on 3 May 2024. A follow-up meeting will take place in Bari in March 2025. A summer school may come later.\n',
      ['Founding assembly', 'Follow-up meeting'],
    ],
    [
      'fr: a head with a qualifier',
      'Dix-neuf fournils ont créé un réseau. L’assemblée fondatrice a eu lieu à Sfax le 3 mai 2024. Une rencontre de suivi aura lieu à Bari en mars 2025. Une université d’été suivra peut-être.\n',
      ['Assemblée fondatrice', 'Rencontre de suivi'],
    ],
    [
      'es: a head with a qualifier',
      'Diecinueve hornos han creado una red. La asamblea fundacional se celebró en Lorca el 3 de mayo de 2024. Se prepara una escuela de verano en Palma del 7 al 10 de julio de 2025.\n',
      ['Asamblea fundacional', 'Escuela de verano'],
    ],
    [
      'it: a head with a qualifier',
      'Diciannove forni hanno costituito una rete. Il suo seminario finale si è tenuto a Roma il 4 giugno 2024. Una scuola estiva si svolgerà a Matera dal 7 al 10 luglio 2025.\n',
      ['Seminario finale', 'Scuola estiva'],
    ],
    [
      'pt: a head with a qualifier',
      'Dezanove fornos criaram uma rede. Uma reunião de acompanhamento terá lugar em Beja em março de 2025.\n',
      ['Reunião de acompanhamento'],
    ],
    [
      'ca: a head with a qualifier',
      'Dinou forns han constituït una xarxa. L’assemblea fundacional va tenir lloc a Reus el 3 de maig de 2024. També es prepararà una escola d’estiu a Lleida del 7 al 10 de juliol de 2025.\n',
      ['Assemblea fundacional', 'Escola d’estiu'],
    ],
    [
      'el: a head with a qualifier',
      'Δεκαεννέα φούρνοι ίδρυσαν δίκτυο. Η ιδρυτική συνέλευση πραγματοποιήθηκε στον Βόλο στις 3 Μαΐου 2024. Ένα θερινό σχολείο θα γίνει στα Χανιά στις 7 Ιουλίου 2025.\n',
      ['Ιδρυτική συνέλευση', 'Θερινό σχολείο'],
    ],
    [
      'ar: a head with a qualifier',
      'أسس تسعة عشر مخبزا شبكة. وستنعقد جمعية تأسيسية في سوسة يوم 3 ماي 2024.\n',
      ['جمعية تأسيسية'],
    ],
  ])('%s', async (_, written, events) => {
    expect(await eventsOf(written)).toEqual(events);
  });
});
