/** A text of our own with what it says of places, programmes and themes. */
export interface AnnotatedText {
  readonly language: string;
  readonly text: string;
  /** ISO 3166-1 codes of countries that are named. */
  readonly named: readonly string[];
  /** Of countries that follow only from a region, a city or a nationality. */
  readonly implied: readonly string[];
  readonly regions: readonly string[];
  readonly programmes: readonly string[];
  /** Themes that must be found. */
  readonly themes: readonly string[];
  /** Themes that may be found. */
  readonly maybe?: readonly string[];
}

/** Three texts a language, written for these tests. */
export const annotatedTexts: readonly AnnotatedText[] = [
  {
    language: 'en',
    text: `# Women farmers sell together
A network of twelve cooperatives run by women opened a shared shop in Sousse last week. The shop belongs to a project funded by the Interreg NEXT MED programme, with partners from Italy, Lebanon and Jordan.
Jordan Petrovic, who coordinates the work from Bari, said that fair trade labels would follow. The training courses were given in French and Arabic.
Nice weather helped the opening, and Turkey sent a delegation of trainers from Izmir.`,
    named: ['IT', 'LB', 'JO', 'TR'],
    implied: ['TN'],
    regions: [],
    programmes: ['interreg-next-med'],
    themes: ['women', 'sse', 'responsible-consumption'],
    maybe: ['education-training', 'networking'],
  },
  {
    language: 'en',
    text: `Regional authorities of Sicily, Murcia and Catalonia signed a charter on circular economy and waste management in Valletta on Tuesday.
The charter grew out of a Horizon 2020 project on recycling. Its Greek partner, the municipality of Heraklion, will host the next assembly in Crete. Georgia Adams, a consultant, moderated.
The Region of Western Macedonia and the Oriental Region of Morocco joined as observers. The Bologna Process was not discussed.`,
    named: ['MA'],
    implied: ['IT', 'ES', 'MT', 'GR'],
    regions: ['IT-82', 'ES-MC', 'ES-CT', 'GR-M', 'GR-C', 'MA-02'],
    programmes: ['horizon-2020'],
    themes: ['circular-economy'],
    maybe: ['public-policy', 'networking'],
  },
  {
    language: 'fr',
    text: `# Un habitat participatif à Marseille
La coopérative d'habitants de la rue de Belgique accueille quarante familles à Marseille depuis le mois de mars. Le logement social y reste une priorité de la Région Occitanie et de la Corse, associées au projet.
Le réseau compte aussi des membres en Algérie, au Maroc et en Égypte. La version espagnole du rapport sera publiée à Valence, en Espagne.
Le programme LIFE et le Fonds social européen ont soutenu l'étude. Marche après marche, précise Florence Dubois, le modèle avance.`,
    named: ['DZ', 'MA', 'EG', 'ES'],
    implied: ['FR'],
    regions: ['FR-OCC', 'FR-20R'],
    programmes: ['life', 'esf'],
    themes: ['housing', 'sse'],
    maybe: ['networking'],
  },
  {
    language: 'fr',
    text: `Le gouvernorat de Jendouba et la wilaya de Tizi Ouzou échangent sur l'économie sociale et solidaire et l'insertion professionnelle des jeunes.
Une délégation libanaise a visité Tabarka puis Bizerte. Le projet, soumis au programme Erasmus+, réunit des associations de Tunis, Beyrouth et Lyon.
« Nous voulons créer des emplois décents », explique Monsieur Paris, venu de Grenoble. La Tunisie préside le comité. Inscription au 12, avenue de Carthage.`,
    named: ['TN'],
    implied: ['DZ', 'LB', 'FR'],
    regions: ['TN-32', 'DZ-15'],
    programmes: ['erasmus-plus'],
    themes: ['sse', 'work-integration', 'decent-work'],
    maybe: ['youth-employment'],
  },
  {
    language: 'es',
    text: `# Cooperativas energéticas en el sur
Doce comunidades energéticas de Andalucía y la Región de Murcia se reunieron en Granada con entidades de Portugal, Grecia y Túnez. La energía renovable fue el eje de la jornada.
La presidenta, María Valencia, recordó que la marina mercante también participa. Banco Santander no financia la iniciativa; lo hace el programa Interreg Sudoe.
En León se abrirá una oficina. El informe está disponible en inglés y en italiano.`,
    named: ['PT', 'GR', 'TN'],
    implied: ['ES'],
    regions: ['ES-AN', 'ES-MC'],
    programmes: ['interreg-sudoe'],
    themes: ['energy'],
    maybe: ['sse', 'environment-commons'],
  },
  {
    language: 'es',
    text: `La Generalitat Valenciana y la Junta de Castilla y León han presentado en Madrid una guía sobre contratación pública responsable y cláusulas sociales.
En la mesa intervinieron representantes de Valencia, Cataluña, País Vasco y Galicia. Pedro de León, abogado, explicó la normativa italiana.
La guía se traducirá al árabe y al francés para los socios de Marruecos. Está cofinanciada por el FEDER y por el Fondo Social Europeo Plus.`,
    named: ['MA'],
    implied: ['ES', 'IT'],
    regions: ['ES-CL', 'ES-VC', 'ES-CT', 'ES-PV', 'ES-GA'],
    programmes: ['erdf', 'esf'],
    themes: ['public-policy'],
    maybe: ['legal-framework'],
  },
  {
    language: 'it',
    text: `# Turismo responsabile nelle aree interne
La cooperativa di comunità, con sede in Basilicata, promuove il turismo sostenibile tra Matera e Potenza. Alla rete hanno aderito soggetti di Puglia, Calabria, Marche e Sardegna.
I partner vengono da Albania, Montenegro e Croazia: a Spalato e a Tirana si terranno i laboratori.
Via Bologna 14 ospita la segreteria. Il programma Interreg IPA South Adriatic sostiene il percorso, ha detto il dott. Ancona.`,
    named: ['AL', 'ME', 'HR'],
    implied: ['IT'],
    regions: ['IT-77', 'IT-75', 'IT-78', 'IT-57', 'IT-88'],
    programmes: ['interreg-ipa'],
    themes: ['sustainable-tourism'],
    maybe: ['territorial-development', 'sse', 'networking'],
  },
  {
    language: 'it',
    text: `A Palermo un incubatore accompagna le imprese sociali fondate da rifugiati e richiedenti asilo. L'iniziativa coinvolge anche Malta, Cipro e la Giordania.
Secondo Paola Siena, coordinatrice, l'accoglienza diventa lavoro. Il governo tunisino ha inviato osservatori da Sfax.
Il finanziamento arriva dal Fondo asilo, migrazione e integrazione (FAMI). Il programma della giornata è in allegato, in greco e in inglese.`,
    named: ['MT', 'CY', 'JO'],
    implied: ['IT', 'TN'],
    regions: [],
    programmes: ['amif'],
    themes: ['migration', 'social-entrepreneurship'],
    maybe: ['decent-work'],
  },
  {
    language: 'pt',
    text: `# Finanças solidárias no Alentejo
Em Évora foi criado um fundo de garantia para cooperativas do Alentejo e do Algarve, com apoio do Fundo Social Europeu. As finanças éticas chegam assim às aldeias.
O projeto envolve parceiros de Espanha, França e Itália e será apresentado em Salónica. A oficina na praça de Espanha está aberta a todos.
Salvador Braga, economista, defende o microcrédito. A versão francesa sai em maio.`,
    named: ['ES', 'FR', 'IT'],
    implied: ['PT', 'GR'],
    regions: ['PT18', 'PT15'],
    programmes: ['esf'],
    themes: ['solidarity-finance'],
    maybe: ['sse'],
  },
  {
    language: 'pt',
    text: `A Região Centro e a Região de Lisboa querem reforçar os cuidados e o apoio domiciliário a pessoas idosas.
A Misericórdia de Coimbra recebeu visitantes da Argélia e do Líbano, e um grupo marroquino vindo de Tetuão. O Norte de África acompanha a experiência.
O programa Horizonte Europa financia a investigação sobre saúde mental, realizada em Bruxelas e no Porto.`,
    named: ['DZ', 'LB'],
    implied: ['PT', 'MA', 'BE'],
    regions: ['PT16', 'PT17'],
    programmes: ['horizon-europe'],
    themes: ['health-care'],
    maybe: ['sse', 'research-technology'],
  },
  {
    language: 'ca',
    text: `# Sobirania alimentària i pagesia jove
La cooperativa de Girona i un grup de pagesia del País Valencià intercanvien llavors amb entitats de Tunísia, Itàlia i Xipre. L'agroecologia és el fil conductor.
La trobada es farà a Palma, a les Illes Balears, i després a l'Alguer. El carrer de Provença acull l'exposició.
El programa ENI CBC MED va obrir el camí. Jordi Lleida hi posarà la música.`,
    named: ['TN', 'IT', 'CY'],
    implied: ['ES'],
    regions: ['ES-VC', 'ES-IB'],
    programmes: ['eni-cbc-med'],
    themes: ['food-agriculture'],
    maybe: ['sse', 'youth-employment', 'networking'],
  },
  {
    language: 'ca',
    text: `L'Ajuntament de Barcelona impulsa la innovació social als barris amb una xarxa de laboratoris ciutadans. Hi col·laboren ciutats de Portugal, Grècia i Palestina.
Des de Tessalònica han arribat tècnics de la Macedònia Central. El Palau de la Música ha acollit la clausura, amb traducció a l'àrab i al francès.
El finançament ve d'Interreg Europe i d'Europa Creativa. La delegació egípcia hi ha assistit.`,
    named: ['PT', 'GR', 'PS'],
    implied: ['ES', 'EG'],
    regions: ['GR-B'],
    programmes: ['interreg-europe', 'creative-europe'],
    themes: ['social-innovation'],
    maybe: ['networking'],
  },
  {
    language: 'el',
    text: `# Κοινωνικές επιχειρήσεις στη Θεσσαλονίκη
Η Περιφέρεια Κεντρικής Μακεδονίας στηρίζει τις κοινωνικές επιχειρήσεις και την κοινωνική και αλληλέγγυα οικονομία. Στο δίκτυο συμμετέχουν φορείς της Κύπρου, της Ιταλίας και του Λιβάνου.
Το έργο χρηματοδοτείται από το πρόγραμμα Interreg Euro-MED. Οι συναντήσεις γίνονται στην Αθήνα και στη Λευκωσία, στα αγγλικά.
Η οδός Τσιμισκή φιλοξενεί τα γραφεία. Η Γεωργία Παπαδοπούλου συντονίζει.`,
    named: ['CY', 'IT', 'LB'],
    implied: ['GR'],
    regions: ['GR-B'],
    programmes: ['interreg-euro-med'],
    themes: ['social-entrepreneurship', 'sse'],
    maybe: ['networking'],
  },
  {
    language: 'el',
    text: `Στη Δυτική Ελλάδα και στην Κρήτη οι ενεργειακές κοινότητες μεγαλώνουν. Αντιπροσωπείες από τη Γαλλία, την Ισπανία και την Τυνησία επισκέφθηκαν την Πάτρα.
Οι ανανεώσιμες πηγές ενέργειας μειώνουν την ενεργειακή φτώχεια, είπε ο δήμαρχος Ηρακλείου. Πορτογαλικοί συνεταιρισμοί θα ακολουθήσουν.
Τη δράση στηρίζει το πρόγραμμα Ορίζων Ευρώπη.`,
    named: ['FR', 'ES', 'TN'],
    implied: ['GR', 'PT'],
    regions: ['GR-G', 'GR-M'],
    programmes: ['horizon-europe'],
    themes: ['energy'],
    maybe: ['sse', 'social-inclusion'],
  },
  {
    language: 'ar',
    text: `# التعاونيات النسائية في ولاية جندوبة
اجتمعت في مدينة صفاقس تعاونيات من تونس والجزائر والمغرب لبحث تمكين المرأة والاقتصاد الاجتماعي والتضامني. وشارك وفد من الأردن ولبنان.
يمول المشروع برنامج ENI CBC MED، وتستضيفه بيروت العام القادم. صدر التقرير باللغة الفرنسية.
يقع المكتب في شارع فلسطين.`,
    named: ['TN', 'DZ', 'MA', 'JO', 'LB'],
    implied: [],
    regions: ['TN-32'],
    programmes: ['eni-cbc-med'],
    themes: ['women', 'sse'],
  },
  {
    language: 'ar',
    text: `أطلقت جهة سوس ماسة وجهة الشرق برنامجا للسياحة التضامنية بدعم من الاتحاد الأوروبي. وتضم الشبكة جمعيات من إسبانيا وإيطاليا ومصر.
زار الوفد أكادير ثم مراكش، وسينتقل إلى برشلونة في الربيع. وقال محمد علي إن السياحة المستدامة تخلق فرص العمل للشباب.
الخبير فرنسي الجنسية.`,
    named: ['ES', 'IT', 'EG'],
    implied: ['MA', 'FR'],
    regions: ['MA-09', 'MA-02'],
    programmes: [],
    themes: ['sustainable-tourism'],
    maybe: ['decent-work', 'youth-employment', 'networking'],
  },
  {
    language: 'en',
    text: `# Third capitalisation seminar of the craft cooperatives network
Association Dar Zitouna, 18 rue Ibn Khaldoun, 2000 Le Bardo, Tunisia
Artisans from Kairouan, Nablus and the island of Gozo compared their ways of selling handicrafts. Laura Split from the Split-Dalmatia County office took notes, and so did Marseille-based trainers.
The seminar is part of WEAVE, a project co-funded by the European Union under the ENI CBC Med Programme 2014-2020 with a Maltese lead partner. Observers came from the Spanish Ministry of Labour, from Berlin and from Northern Macedonia. In Cyprus and Israel similar workshops are planned. Cultural heritage was the thread.`,
    named: ['CY', 'IL', 'MK'],
    implied: ['TN', 'PS', 'MT', 'HR', 'FR', 'ES', 'DE'],
    regions: ['MT002', 'HR-17'],
    programmes: ['eni-cbc-med'],
    themes: ['culture'],
    maybe: ['sse', 'networking', 'education-training'],
  },
  {
    language: 'fr',
    text: `# Compte rendu du comité de pilotage, Rabat
Le comité s'est réuni à Rabat le 3 mars, en présence de la Région de l'Oriental, de la Région Souss-Massa et de la Collectivité de Corse. Les banques de temps d'Alger et de Naplouse ont présenté leurs monnaies locales. M. Constantine Morel, de la mairie de Nice, et Mme Nancy Valence ont excusé leur absence.
L'appel du programme NEXT MED ouvre en avril ; la France, la Turquie et l'Autorité palestinienne y sont éligibles. Le document existe en arabe, en italien et en turc.`,
    named: ['FR', 'TR', 'PS'],
    implied: ['MA', 'DZ'],
    regions: ['MA-02', 'MA-09', 'FR-20R'],
    programmes: ['interreg-next-med'],
    themes: ['complementary-currency'],
    maybe: ['international-cooperation', 'solidarity-finance'],
  },
  {
    language: 'es',
    text: `# Jornada sobre vivienda cooperativa
Entidades de Bilbao, Donostia y Pamplona presentaron sus proyectos de vivienda colaborativa ante la Diputación Foral. El alcalde de Zaragoza visitó Marsella y Nápoles. Participaron también Egipto, Argelia y el Reino Unido.
Enrique Soria y Marta Segovia moderaron. En la Comunidad de Madrid y en Extremadura se prevén ayudas del FEDER. El Corte Inglés no participa. La empresa griega Aigaio aportó fondos del programa EaSI.`,
    named: ['EG', 'DZ', 'GB'],
    implied: ['ES', 'FR', 'IT', 'GR'],
    regions: ['ES-MD', 'ES-EX'],
    programmes: ['erdf', 'easi'],
    themes: ['housing'],
    maybe: ['sse'],
  },
  {
    language: 'it',
    text: `# Migranti e lavoro agricolo
Il Comune di Bari e la Regione Puglia sostengono una rete contro il caporalato. Da Lecce a Foggia, passando per la Basilicata, i rifugiati trovano accoglienza. Partner di Grecia e Spagna, insieme a una ong libanese, seguono il modello.
Il progetto rientra nel programma Interreg Grecia-Italia. Come dice Andrea Como, "la strada è lunga". Prima tappa: Corfù, poi Tirana e la Slovenia.`,
    named: ['GR', 'ES', 'SI'],
    implied: ['IT', 'LB', 'AL'],
    regions: ['IT-75', 'IT-77'],
    programmes: ['interreg-greece-italy'],
    themes: ['migration'],
    maybe: ['food-agriculture', 'decent-work', 'networking'],
  },
  {
    language: 'pt',
    text: `# Encontro de cooperativas agrícolas
A agroecologia e os circuitos curtos juntaram produtores do Algarve, da Andaluzia e da Região dos Açores em Faro. O grupo de Beja chegou de comboio. Um parceiro cipriota e dois da Croácia assinaram o protocolo.
O Centro de Dia da aldeia recebeu a visita. A tradução em castelhano e em grego está pronta. Financia o programa LIFE e o Interreg Espaço Atlântico.`,
    named: ['HR'],
    implied: ['PT', 'ES', 'CY'],
    regions: ['PT15', 'ES-AN', 'PT-20'],
    programmes: ['life', 'interreg-atlantic-area'],
    themes: ['food-agriculture'],
    maybe: ['sse', 'responsible-consumption'],
  },
  {
    language: 'ca',
    text: `# Economia circular a les comarques gironines
Figueres i Perpinyà han obert una xarxa de reparació i reutilització. Hi ha socis de Malta, del Líban i de la Toscana, i la ciutat de Marsella hi envia una delegació marroquina.
En Josep Tarragona en parlarà a la plaça de Catalunya. El programa Interreg POCTEFA ho cofinança. L'Orient Express no hi passa.`,
    named: ['MT', 'LB'],
    implied: ['ES', 'FR', 'IT', 'MA'],
    regions: ['IT-52'],
    programmes: ['interreg-poctefa'],
    themes: ['circular-economy'],
    maybe: ['networking'],
  },
  {
    language: 'el',
    text: `# Μετανάστευση και εργασία στη Λέσβο
Στη Μυτιλήνη και στη Χίο οι αιτούντες άσυλο μαθαίνουν ελληνικά. Η Περιφέρεια Βορείου Αιγαίου συνεργάζεται με την Κύπρο, τη Μάλτα και τη Γερμανία. Ένας Ιταλός εκπαιδευτής από τη Νάπολη βοήθησε.
Το πρόγραμμα χρηματοδοτείται από το Ταμείο Ασύλου, Μετανάστευσης και Ένταξης και το ΕΣΠΑ.`,
    named: ['CY', 'MT', 'DE'],
    implied: ['GR', 'IT'],
    regions: ['GR-K'],
    programmes: ['amif', 'greek-nsrf'],
    themes: ['migration'],
    maybe: ['education-training', 'decent-work', 'work-integration'],
  },
  {
    language: 'ar',
    text: `# ملتقى الطاقة المتجددة
نظمت محافظة إربد بالشراكة مع مدينة طرابلس في لبنان ملتقى حول الطاقات المتجددة وتدوير النفايات. حضر ممثلون من مصر وفرنسا وسوريا ومن ولاية تطاوين.
وأشار خبير إيطالي إلى تجربة صقلية. يدعم المشروع برنامج «مياه بلا حدود». وقد كانت النتائج جيدة في الشرق والغرب.`,
    named: ['LB', 'EG', 'FR', 'SY'],
    implied: ['JO', 'TN', 'IT'],
    regions: ['JO-IR', 'TN-83', 'IT-82'],
    programmes: ['مياه بلا حدود'],
    themes: ['energy', 'circular-economy'],
  },
];
