import { describe, expect, it } from 'vitest';
import { rolesIn } from './marked-text.ts';

/** A sentence and who has which part in what. */
type Row = readonly [sentence: string, ...roles: string[]];

const sentences: Readonly<{ [language: string]: readonly Row[] }> = {
  en: [
    [
      'In [p Harbour] [o Alfa] shared the task with three partners: [o Beta] ([@ Malta]), the Cypriot association for boats [o Gamma] and [o Delta].',
      'Beta partner Harbour',
      'Delta partner Harbour',
      'Gamma partner Harbour',
    ],
    ['[o Alfa] takes part as an associated partner in [p Harbour].', 'Alfa associated Harbour'],
    ['[~ Ana Rossi], director of [o Alfa], which coordinates [p Harbour].', 'Alfa lead Harbour'],
    ['The [p Harbour] project is led by [o Delta Union].', 'Delta Union lead Harbour'],
    [
      '[o Delta Union], a federation of dockers, coordinates [p Harbour].',
      'Delta Union lead Harbour',
    ],
    ['The lead partner of [p Harbour] is [o Delta Union] ([@ Malta]).', 'Delta Union lead Harbour'],
    [
      '[p Harbour] counts partners such as [o Alfa], [@ Spain], [o Beta] in [@ Italy] and the [o Gamma] cooperative.',
      'Alfa partner Harbour',
      'Beta partner Harbour',
      'Gamma partner Harbour',
    ],
    [
      'In [p Harbour], [o Alfa] and [o Beta] are associated partners.',
      'Alfa associated Harbour',
      'Beta associated Harbour',
    ],
    [
      '[p Harbour] is co-financed by the [o European Union] through the programme [g Sea Basin] and by [o Beta].',
      'Beta funder Harbour',
      'European Union funder Harbour',
      'Sea Basin funder Harbour',
    ],
    [
      'The [e Spring Forum] was hosted by the [o City of Patras].',
      'City of Patras host Spring Forum',
    ],
    [
      'The [e Spring Forum], organised by [o Alfa] together with [o Beta], lasted two days.',
      'Alfa organiser Spring Forum',
      'Beta co-organiser Spring Forum',
    ],
    ['[o Alfa] also took part in the [e Spring Forum].', 'Alfa participant Spring Forum'],
    [
      'The [e Spring Forum], in which [o Alfa] will also participate, opens in May.',
      'Alfa participant Spring Forum',
    ],
    [
      'The [e Spring Forum] was opened by [~ Ana Rossi], president of [o Alfa].',
      'Alfa speaker Spring Forum',
    ],
    [
      '[o Alfa] and [o Beta] are members of the [o Gamma Network].',
      'Alfa member Gamma Network',
      'Beta member Gamma Network',
    ],
    ['[p Harbour] is not funded by [o Alfa].'],
    ['[~ Ana Rossi], director of [o Alfa], coordinates [p Harbour].'],
  ],
  fr: [
    [
      'La [o Ligue des ports] participe aussi au projet maritime [p Rivages], coordonné par la [o Fédération Sud].',
      'Fédération Sud lead Rivages',
      'Ligue des ports partner Rivages',
    ],
    [
      'Le projet [p Rivages] est coordonné par la [o Fédération Sud].',
      'Fédération Sud lead Rivages',
    ],
    ['La [o Fédération Sud] pilote [p Rivages].', 'Fédération Sud lead Rivages'],
    [
      'La [o Fédération Sud], chef de file du projet [p Rivages], siège à [@ Sète].',
      'Fédération Sud lead Rivages',
    ],
    [
      '[p Rivages] réunit des partenaires tels que [o Alpha] ([@ Espagne]), [o Bêta] et la coopérative [o Gamma].',
      'Alpha partner Rivages',
      'Bêta partner Rivages',
      'Gamma partner Rivages',
    ],
    ['[o Alpha] est partenaire associé de [p Rivages].', 'Alpha associated Rivages'],
    [
      '[p Rivages] est cofinancé par l’[o Union européenne] à travers le programme [g Bassin] et par [o Bêta].',
      'Bassin funder Rivages',
      'Bêta funder Rivages',
      'Union européenne funder Rivages',
    ],
    [
      'La [e Rencontre de mai] a été accueillie par la [o Ville de Nice].',
      'Ville de Nice host Rencontre de mai',
    ],
    [
      '[o Alpha] organise la [e Rencontre de mai] en partenariat avec [o Bêta].',
      'Alpha organiser Rencontre de mai',
      'Bêta co-organiser Rencontre de mai',
    ],
    [
      '[o Alpha] et [o Bêta] ont participé à la [e Rencontre de mai].',
      'Alpha participant Rencontre de mai',
      'Bêta participant Rencontre de mai',
    ],
    ['[o Alpha] est membre du [o Réseau Gamma].', 'Alpha member Réseau Gamma'],
  ],
  es: [
    [
      'El proyecto [p Orilla] está coordinado por [o Unión Sur] junto con [o Alfa] y [o Beta].',
      'Alfa partner Orilla',
      'Beta partner Orilla',
      'Unión Sur lead Orilla',
    ],
    ['[o Unión Sur] lidera el proyecto [p Orilla].', 'Unión Sur lead Orilla'],
    [
      'Son socios de [p Orilla] [o Alfa] ([@ Portugal]), [o Beta] y [o Gamma].',
      'Alfa partner Orilla',
      'Beta partner Orilla',
      'Gamma partner Orilla',
    ],
    ['[o Alfa] participa como entidad asociada en [p Orilla].', 'Alfa associated Orilla'],
    [
      '[p Orilla] está cofinanciado por la [o Unión Europea] a través del programa [g Cuenca].',
      'Cuenca funder Orilla',
      'Unión Europea funder Orilla',
    ],
    [
      '[p Orilla] cuenta con el apoyo financiero de la [o Diputación de Jaén].',
      'Diputación de Jaén funder Orilla',
    ],
    ['El [e Foro de Otoño] se celebró en la sede de [o Alfa].', 'Alfa host Foro de Otoño'],
    [
      'El [e Foro de Otoño], organizado por [o Alfa] en colaboración con [o Beta], reunió a cien personas.',
      'Alfa organiser Foro de Otoño',
      'Beta co-organiser Foro de Otoño',
    ],
    [
      'En el [e Foro de Otoño] participaron [o Alfa], [o Beta] y la [o Universidad de Cádiz].',
      'Alfa participant Foro de Otoño',
      'Beta participant Foro de Otoño',
      'Universidad de Cádiz participant Foro de Otoño',
    ],
    ['[o Alfa] forma parte de la [o Red Gamma].', 'Alfa member Red Gamma'],
  ],
  it: [
    [
      'Il progetto [p Sponde] è finito. Partner sono stati [o Alfa], il [o Comune di Bari] e la [o Rete Blu].',
      'Alfa partner Sponde',
      'Comune di Bari partner Sponde',
      'Rete Blu partner Sponde',
    ],
    ['Il progetto [p Approdi] è coordinato dalla [o Lega Sud].', 'Lega Sud lead Approdi'],
    ['La [o Lega Sud] è capofila del progetto [p Approdi].', 'Lega Sud lead Approdi'],
    [
      '[p Approdi] coinvolge partner come [o Alfa], [o Beta] ([@ Grecia]) e il [o Comune di Ancona].',
      'Alfa partner Approdi',
      'Beta partner Approdi',
      'Comune di Ancona partner Approdi',
    ],
    ['[o Alfa] è partner associato di [p Approdi].', 'Alfa associated Approdi'],
    [
      '[p Approdi] è finanziato dall’[o Unione europea] attraverso il programma [g Bacino].',
      'Bacino funder Approdi',
      'Unione europea funder Approdi',
    ],
    [
      '[p Approdi] si realizza con il contributo della [o Fondazione Faro].',
      'Fondazione Faro funder Approdi',
    ],
    ['Il [e Convegno di marzo] è ospitato da [o Alfa].', 'Alfa host Convegno di marzo'],
    [
      'Il [e Convegno di marzo] è organizzato da [o Alfa] in collaborazione con [o Beta].',
      'Alfa organiser Convegno di marzo',
      'Beta co-organiser Convegno di marzo',
    ],
    [
      'Hanno partecipato al [e Convegno di marzo] [o Alfa] e [o Beta].',
      'Alfa participant Convegno di marzo',
      'Beta participant Convegno di marzo',
    ],
    ['[o Alfa] aderisce alla [o Rete Gamma].', 'Alfa member Rete Gamma'],
  ],
  pt: [
    [
      'A associação [o Maré] mudou o método, e a [o Rede Azul] coordena o projeto [p Margens], em que participam também a [o Liga] e o [o Porto Novo].',
      'Liga partner Margens',
      'Porto Novo partner Margens',
      'Rede Azul lead Margens',
    ],
    ['O projeto [p Margens] é liderado pela [o União do Sul].', 'União do Sul lead Margens'],
    ['A [o União do Sul] coordena o [p Margens].', 'União do Sul lead Margens'],
    [
      'O [p Margens] tem como parceiros a [o Alfa] ([@ Itália]), o [o Beta] e a [o Gama].',
      'Alfa partner Margens',
      'Beta partner Margens',
      'Gama partner Margens',
    ],
    ['A [o Alfa] é parceira associada do [p Margens].', 'Alfa associated Margens'],
    [
      'O [p Margens] é cofinanciado pela [o União Europeia] através do programa [g Bacia].',
      'Bacia funder Margens',
      'União Europeia funder Margens',
    ],
    [
      'O [e Encontro de Junho] foi acolhido pela [o Câmara de Beja].',
      'Câmara de Beja host Encontro de Junho',
    ],
    [
      'O [e Encontro de Junho], organizado pela [o Alfa] em parceria com o [o Beta], decorreu em [@ Faro].',
      'Alfa organiser Encontro de Junho',
      'Beta co-organiser Encontro de Junho',
    ],
    [
      'Participaram no [e Encontro de Junho] a [o Alfa] e o [o Beta].',
      'Alfa participant Encontro de Junho',
      'Beta participant Encontro de Junho',
    ],
    ['A [o Alfa] é membro da [o Rede Gama].', 'Alfa member Rede Gama'],
  ],
  ca: [
    [
      '[p Riberes] ha estat liderat per la [o Xarxa Blava], amb dos socis més: el gremi menorquí [o Llevant] i l’[o Institut Sud].',
      'Institut Sud partner Riberes',
      'Llevant partner Riberes',
      'Xarxa Blava lead Riberes',
    ],
    ['El projecte [p Riba] està coordinat per la [o Unió del Sud].', 'Unió del Sud lead Riba'],
    ['La [o Unió del Sud] lidera el projecte [p Riba].', 'Unió del Sud lead Riba'],
    [
      '[p Riba] té com a socis [o Alfa] ([@ Itàlia]), [o Beta] i [o Gamma].',
      'Alfa partner Riba',
      'Beta partner Riba',
      'Gamma partner Riba',
    ],
    ['[o Alfa] hi participa com a entitat associada de [p Riba].', 'Alfa associated Riba'],
    [
      '[p Riba] està cofinançat per la [o Unió Europea] a través del programa [g Conca].',
      'Conca funder Riba',
      'Unió Europea funder Riba',
    ],
    [
      'La [e Jornada de maig] va ser acollida per l’[o Ajuntament de Reus].',
      'Ajuntament de Reus host Jornada de maig',
    ],
    [
      'La [e Jornada de maig], organitzada per [o Alfa] en col·laboració amb [o Beta], va aplegar cent persones.',
      'Alfa organiser Jornada de maig',
      'Beta co-organiser Jornada de maig',
    ],
    [
      'A la [e Jornada de maig] hi van participar [o Alfa] i [o Beta].',
      'Alfa participant Jornada de maig',
      'Beta participant Jornada de maig',
    ],
    ['[o Alfa] forma part de la [o Xarxa Gamma].', 'Alfa member Xarxa Gamma'],
  ],
  el: [
    ['Το έργο [p Ακτές] συντονίζεται από την [o Ένωση Νότου].', 'Ένωση Νότου lead Ακτές'],
    ['Η [o Ένωση Νότου] είναι ο επικεφαλής εταίρος του έργου [p Ακτές].', 'Ένωση Νότου lead Ακτές'],
    [
      'Επικεφαλής του έργου [p Ακτές] είναι ο [o Δήμος Χίου], με εταίρους τον [o Δήμος Βόλου] και το [o Δίκτυο Α].',
      'Δήμος Βόλου partner Ακτές',
      'Δήμος Χίου lead Ακτές',
      'Δίκτυο Α partner Ακτές',
    ],
    [
      'Το έργο [p Ακτές] συγχρηματοδοτείται από την [o Ευρωπαϊκή Ένωση] μέσω του προγράμματος [g Λεκάνη].',
      'Ευρωπαϊκή Ένωση funder Ακτές',
      'Λεκάνη funder Ακτές',
    ],
    ['Το [e Φόρουμ Μαΐου] φιλοξενήθηκε από τον [o Δήμος Χίου].', 'Δήμος Χίου host Φόρουμ Μαΐου'],
    [
      'Το [e Φόρουμ Μαΐου] διοργανώνει η [o Ένωση Νότου] σε συνεργασία με το [o Δίκτυο Α].',
      'Ένωση Νότου organiser Φόρουμ Μαΐου',
      'Δίκτυο Α co-organiser Φόρουμ Μαΐου',
    ],
    [
      'Στο [e Φόρουμ Μαΐου] συμμετείχαν το [o Δίκτυο Α] και η [o Ένωση Νότου].',
      'Ένωση Νότου participant Φόρουμ Μαΐου',
      'Δίκτυο Α participant Φόρουμ Μαΐου',
    ],
    ['Η [o Ένωση Νότου] είναι μέλος του [o Δίκτυο Α].', 'Ένωση Νότου member Δίκτυο Α'],
  ],
  ar: [
    [
      'مشروع [p ضفاف] تقوده [o اتحاد الجنوب] مع شريكين، والشركاء هم: [o بلدية صور] و[o جمعية النور].',
      'اتحاد الجنوب lead ضفاف',
      'بلدية صور partner ضفاف',
      'جمعية النور partner ضفاف',
    ],
    [
      'بدأ مشروع [p ضفاف] في مايو. أما [o بلدية صور] فقد شاركت كشريك منتسب.',
      'بلدية صور associated ضفاف',
    ],
    ['مشروع [p ضفاف] بقيادة [o اتحاد الجنوب].', 'اتحاد الجنوب lead ضفاف'],
    [
      'تقود [o جمعية النور] مشروع [p ضفاف] بالشراكة مع [o تعاونية الزيتون] و[o بلدية صور].',
      'بلدية صور partner ضفاف',
      'تعاونية الزيتون partner ضفاف',
      'جمعية النور lead ضفاف',
    ],
    ['الشريك الرئيسي في مشروع [p ضفاف] هو [o اتحاد الجنوب].', 'اتحاد الجنوب lead ضفاف'],
    [
      'مشروع [p ضفاف] ممول من [o الاتحاد الأوروبي] في إطار برنامج [g الحوض].',
      'الاتحاد الأوروبي funder ضفاف',
      'الحوض funder ضفاف',
    ],
    ['انعقد [e ملتقى مايو] في مقر [o بلدية صور].', 'بلدية صور host ملتقى مايو'],
    [
      'نظمت [o جمعية النور] [e ملتقى مايو] بالتعاون مع [o بلدية صور].',
      'بلدية صور co-organiser ملتقى مايو',
      'جمعية النور organiser ملتقى مايو',
    ],
    [
      'شاركت في [e ملتقى مايو] [o جمعية النور] و[o تعاونية الزيتون].',
      'تعاونية الزيتون participant ملتقى مايو',
      'جمعية النور participant ملتقى مايو',
    ],
    ['[o جمعية النور] عضو في [o شبكة المتوسط].', 'جمعية النور member شبكة المتوسط'],
  ],
};

describe.each(Object.entries(sentences))('roles in %s', (language, rows) => {
  it.each(rows)('%s', (sentence, ...roles) => {
    expect(rolesIn(sentence, language)).toEqual([...roles].toSorted());
  });
});

describe('what a role is had in', () => {
  it('is not the organisation that the text is about, of who pays half of something else', () => {
    expect(
      rolesIn('[o Alfa] has a desk. La région [o Beta] en apporte la moitié.', 'fr', 'Alfa'),
    ).toEqual([]);
  });
  it('is the event that the text is about before a project that only the next sentence names', () => {
    expect(
      rolesIn(
        'The [e Spring Forum] opens in May. Meals are funded by [o Alfa]. It belongs to [p Harbour].',
        'en',
        'Spring Forum',
      ),
    ).toEqual(['Alfa funder Spring Forum']);
  });
  it('is had by the organisation that the text is about, for a verb without a subject', () => {
    expect(
      rolesIn(
        'Ο [o Φάρος] άνοιξε το 2020. Το 2023 συντόνισε το έργο [p Όχθες], με εταίρους τον [o Δήμο Ρόδου].',
        'el',
        'Φάρος',
      ),
    ).toEqual(['Δήμο Ρόδου partner Όχθες', 'Φάρος lead Όχθες']);
  });
  it('is what the text is about, where nothing is named', () => {
    expect(
      rolesIn('The [p Harbour] opened in May. Work is led by [o Alfa].', 'en', 'Harbour'),
    ).toEqual(['Alfa lead Harbour']);
  });
  it('is who writes, for “we”', () => {
    expect(
      rolesIn('[o Alfa] was founded here. Somos miembros de la [o Red Gamma].', 'es', 'Alfa'),
    ).toEqual(['Alfa member Red Gamma']);
  });
  it('is never an organisation that has a part in the sentence itself', () => {
    expect(rolesIn('[p Harbour], led by [o Alfa] and funded by [o Beta].', 'en')).toEqual([
      'Alfa lead Harbour',
      'Beta funder Harbour',
    ]);
  });
});
