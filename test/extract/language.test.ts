import { describe, expect, test } from 'vitest';
import { guessLanguage } from '../../src/extract/text/language.ts';

describe('the language of short titles', () => {
  test.each([
    ['en', 'Rural women lead the olive oil cooperatives'],
    ['en', 'Annual meeting of the network'],
    ['en', 'How town halls buy from social firms'],
    ['en', 'Ethical banks and young farmers'],
    ['en', 'Waste pickers organise'],
    ['fr', 'Les femmes rurales en première ligne'],
    ['fr', 'Assemblée générale du réseau'],
    ['fr', 'Comment les mairies achètent autrement'],
    ['fr', 'Banques éthiques et jeunes paysans'],
    ['fr', 'Une monnaie locale pour la vallée'],
    ['es', 'Las mujeres rurales toman la palabra'],
    ['es', 'Asamblea general de la red'],
    ['es', 'Cómo compran los ayuntamientos'],
    ['es', 'Banca ética y jóvenes campesinos'],
    ['es', 'Una moneda local para el valle'],
    ['it', 'Le donne rurali prendono la parola'],
    ['it', 'Assemblea generale della rete'],
    ['it', 'Come comprano i comuni'],
    ['it', 'Banche etiche e giovani contadini'],
    ['it', 'Una moneta locale per la valle'],
    ['pt', 'As mulheres rurais tomam a palavra'],
    ['pt', 'Assembleia geral da rede'],
    ['pt', 'Como compram as autarquias'],
    ['pt', 'Bancos éticos e jovens camponeses'],
    ['pt', 'Uma moeda local para o vale'],
    ['ca', 'Les dones rurals prenen la paraula'],
    ['ca', 'Assemblea general de la xarxa'],
    ['ca', 'Com compren els ajuntaments'],
    ['ca', 'Banca ètica i joves pagesos'],
    ['ca', 'Una moneda local per a la vall'],
    ['el', 'Οι γυναίκες της υπαίθρου'],
    ['el', 'Γενική συνέλευση του δικτύου'],
    ['el', 'Πώς αγοράζουν οι δήμοι'],
    ['el', 'Ηθικές τράπεζες και νέοι αγρότες'],
    ['el', 'Τοπικό νόμισμα: το έργο MedCoin'],
    ['ar', 'النساء القرويات في الواجهة'],
    ['ar', 'الجمعية العامة للشبكة'],
    ['ar', 'كيف تشتري البلديات'],
    ['ar', 'البنوك الأخلاقية والفلاحون الشباب'],
    ['ar', 'عملة محلية: مشروع MedCoin'],
  ])('%s: %s', (language, title) => {
    expect(guessLanguage(title).language).toBe(language);
  });

  test('a text without letters tells nothing', () => {
    expect(guessLanguage('12, 2020 — …').margin).toBe(0);
  });

  test('separate marks are the same letters', () => {
    const title = 'Cooperação e inovação nas regiões';
    expect(guessLanguage(title.normalize('NFD'))).toEqual(guessLanguage(title));
  });
});
