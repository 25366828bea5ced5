/** A short text with its names marked as in {@link rolesIn}, and all the parts that it tells. */
export interface Voice {
  readonly language: string;
  readonly voice: string;
  /** The entity that the text is about, where that matters. */
  readonly about?: string;
  readonly text: string;
  readonly roles: readonly string[];
}

/** Two texts in each language, by voices that no other test has: a diary, an advert, a speech, a letter to the editor … */
export const voices: readonly Voice[] = [
  {
    language: 'en',
    voice: 'speech',
    text: 'Colleagues, [p Tidewater] would be a drawer full of paper had [o Birgu Boatbuilders] not taken the reins in that difficult spring. With us in the boat are [o Kotor Seafarers], the [o University of Durres] and [o Lastovo Salt Co-op]. The bill, let us not forget, is footed by the [o Ministry of the Sea].',
    roles: [
      'Birgu Boatbuilders lead Tidewater',
      'Kotor Seafarers partner Tidewater',
      'Lastovo Salt Co-op partner Tidewater',
      'Ministry of the Sea funder Tidewater',
      'University of Durres partner Tidewater',
    ],
  },
  {
    language: 'en',
    voice: 'local paper',
    text: 'The [e Bean Fair] filled the square again on Saturday. It was put on by [o Gozo Growers], with a helping hand from [o Slow Malta], and took place at the [o Nadur Band Club]. Among the guests were delegates from [o Tunis Seed Bank].',
    roles: [
      'Gozo Growers organiser Bean Fair',
      'Nadur Band Club host Bean Fair',
      'Slow Malta co-organiser Bean Fair',
      'Tunis Seed Bank participant Bean Fair',
    ],
  },
  {
    language: 'fr',
    voice: 'lettre aux adhérents',
    text: "Chères et chers adhérents, le projet [p Brise-lames] entre dans sa dernière année. C'est toujours [o La Criée solidaire] qui en tient la barre. À ses côtés travaillent [o Pêcheurs de Bizerte] et l'[o Institut de la mer]. La [o Région bleue] règle la moitié de la facture.",
    roles: [
      'Institut de la mer partner Brise-lames',
      'La Criée solidaire lead Brise-lames',
      'Pêcheurs de Bizerte partner Brise-lames',
      'Région bleue funder Brise-lames',
    ],
  },
  {
    language: 'fr',
    voice: 'petite annonce',
    text: 'Le [e Bal des coopératives], concocté par [o Les Ateliers du port] en lien étroit avec [o Radio Digue], aura lieu dans les locaux de la [o Maison des marins]. Le [o Crédit fraternel] a promis sa présence et [o Voix de femmes] y prendra la parole.',
    roles: [
      'Crédit fraternel participant Bal des coopératives',
      'Les Ateliers du port organiser Bal des coopératives',
      'Maison des marins host Bal des coopératives',
      'Radio Digue co-organiser Bal des coopératives',
      'Voix de femmes speaker Bal des coopératives',
    ],
  },
  {
    language: 'es',
    voice: 'diario',
    text: 'Hoy hemos firmado por fin. El proyecto [p Salitre] lo lleva [o Tejedoras del Cabo], y con ella van del brazo [o Redes de Melilla] y la [o Universidad del Estrecho]. El dinero lo pone casi todo la [o Junta Litoral]; la [o Caja Marinera] aporta 20.000 euros.',
    roles: [
      'Caja Marinera funder Salitre',
      'Junta Litoral funder Salitre',
      'Redes de Melilla partner Salitre',
      'Tejedoras del Cabo lead Salitre',
      'Universidad del Estrecho partner Salitre',
    ],
  },
  {
    language: 'es',
    voice: 'pregón',
    text: 'Vecinas y vecinos: la [e Feria del Trueque] vuelve a la plaza. La monta [o El Zaguán], en colaboración con [o Huertas Unidas], y nos acoge el [o Casino Obrero]. Vendrán gentes de [o Telares de Chauen].',
    roles: [
      'Casino Obrero host Feria del Trueque',
      'El Zaguán organiser Feria del Trueque',
      'Huertas Unidas co-organiser Feria del Trueque',
      'Telares de Chauen participant Feria del Trueque',
    ],
  },
  {
    language: 'it',
    voice: 'verbale di condominio',
    text: 'Il progetto [p Cortile] è stato affidato alla [o Cooperativa Ballatoio], che lo porta avanti di concerto con [o Portinai Associati] e con il [o Politecnico del Sud]. Le spese sono coperte per due terzi dal [o Comune Vecchio]; il resto lo mette la [o Fondazione Scale].',
    roles: [
      'Comune Vecchio funder Cortile',
      'Cooperativa Ballatoio lead Cortile',
      'Fondazione Scale funder Cortile',
      'Politecnico del Sud partner Cortile',
      'Portinai Associati partner Cortile',
    ],
  },
  {
    language: 'it',
    voice: 'cartolina',
    text: 'Ti scrivo dal [e Raduno dei Pastori], voluto da [o Transumanza Viva] e ospitato dal [o Museo del Latte]. Ieri ha preso la parola [o Caseifici Dalmati]; domani tocca a [o Lane di Creta].',
    roles: [
      'Caseifici Dalmati speaker Raduno dei Pastori',
      'Lane di Creta speaker Raduno dei Pastori',
      'Museo del Latte host Raduno dei Pastori',
      'Transumanza Viva organiser Raduno dei Pastori',
    ],
  },
  {
    language: 'pt',
    voice: 'rádio',
    text: 'E agora as notícias da serra. O projeto [p Levada] arrancou ontem, conduzido pela [o Cooperativa do Vale]. Ao seu lado estão a [o Casa do Linho] e o [o Politécnico da Ilha]. A [o Câmara do Norte] entra com 15 mil euros.',
    roles: [
      'Casa do Linho partner Levada',
      'Cooperativa do Vale lead Levada',
      'Câmara do Norte funder Levada',
      'Politécnico da Ilha partner Levada',
    ],
  },
  {
    language: 'pt',
    voice: 'convite',
    text: 'A [o Rede de Padarias] convida para a [e Noite do Pão], preparada de braço dado com os [o Moleiros do Sado]. Quem abre as portas é a [o Sociedade Filarmónica]. Já confirmaram presença as [o Queijeiras de Évora].',
    roles: [
      'Moleiros do Sado co-organiser Noite do Pão',
      'Queijeiras de Évora participant Noite do Pão',
      'Rede de Padarias organiser Noite do Pão',
      'Sociedade Filarmónica host Noite do Pão',
    ],
  },
  {
    language: 'ca',
    voice: 'crònica',
    text: "El projecte [p Marjal] el porta endavant [o Arrossaires de la Séquia], colze a colze amb [o Canyes i Fang] i la [o Universitat del Delta]. L'[o Ajuntament Vell] hi posa 30.000 euros i la resta surt de la [o Fundació Riu].",
    roles: [
      'Ajuntament Vell funder Marjal',
      'Arrossaires de la Séquia lead Marjal',
      'Canyes i Fang partner Marjal',
      'Fundació Riu funder Marjal',
      'Universitat del Delta partner Marjal',
    ],
  },
  {
    language: 'ca',
    voice: 'programa de festes',
    text: "Dissabte, [e Fira de l'Espart], a cura de [o Cistellers Units] i amb el suport tècnic de [o Vimet Viu]. Ens acull l'[o Ateneu Popular]. Hi seran [o Jonc d'Alger] i [o Palma de Creta].",
    roles: [
      "Ateneu Popular host Fira de l'Espart",
      "Cistellers Units organiser Fira de l'Espart",
      "Jonc d'Alger participant Fira de l'Espart",
      "Palma de Creta participant Fira de l'Espart",
      "Vimet Viu co-organiser Fira de l'Espart",
    ],
  },
  {
    language: 'el',
    voice: 'ομιλία',
    text: 'Φίλες και φίλοι, το έργο [p Αλμύρα] το συντονίζει η [o Ένωση Αλυκών], χέρι χέρι με τον [o Σύνδεσμο Λεσβίων] και το [o Ινστιτούτο Θάλασσας]. Τα χρήματα τα δίνει κυρίως το [o Ταμείο Νήσων], ενώ η [o Τράπεζα Αιγαίου] διαθέτει 40.000 ευρώ.',
    roles: [
      'Ένωση Αλυκών lead Αλμύρα',
      'Ινστιτούτο Θάλασσας partner Αλμύρα',
      'Σύνδεσμο Λεσβίων partner Αλμύρα',
      'Ταμείο Νήσων funder Αλμύρα',
      'Τράπεζα Αιγαίου funder Αλμύρα',
    ],
  },
  {
    language: 'el',
    voice: 'αφίσα',
    text: 'Το [e Πανηγύρι των Σπόρων] στήνεται από τον [o Συνεταιρισμό Πηλίου] και φιλοξενείται στο [o Καφενείο Η Πλατεία]. Δίνουν το παρών οι [o Μέλισσες Θράκης] και χαιρετίζει η [o Ομοσπονδία Αγρού].',
    roles: [
      'Καφενείο Η Πλατεία host Πανηγύρι των Σπόρων',
      'Μέλισσες Θράκης participant Πανηγύρι των Σπόρων',
      'Ομοσπονδία Αγρού speaker Πανηγύρι των Σπόρων',
      'Συνεταιρισμό Πηλίου organiser Πανηγύρι των Σπόρων',
    ],
  },
  {
    language: 'ar',
    voice: 'رسالة',
    text: 'تحية طيبة، نعلمكم أن مشروع [p نخيل] الذي تسهر على تنسيقه [o جمعية الواحة] بشراكة مع [o تعاونية التمور] و[o معهد الجريد] قد انطلق. وتموله [o وكالة الجنوب] بمبلغ 80 ألف دينار.',
    roles: [
      'تعاونية التمور partner نخيل',
      'جمعية الواحة lead نخيل',
      'معهد الجريد partner نخيل',
      'وكالة الجنوب funder نخيل',
    ],
  },
  {
    language: 'ar',
    voice: 'إذاعة',
    text: 'ينعقد غدا [e ملتقى الزيتون] بمبادرة من [o اتحاد الفلاحات] وفي ضيافة [o دار الثقافة]. وتحضره وفود من [o شبكة الساحل]، وتلقي الكلمة الافتتاحية [o مؤسسة الأرض].',
    roles: [
      'اتحاد الفلاحات organiser ملتقى الزيتون',
      'دار الثقافة host ملتقى الزيتون',
      'شبكة الساحل participant ملتقى الزيتون',
      'مؤسسة الأرض speaker ملتقى الزيتون',
    ],
  },
];
