import type { EntityText } from './expected.ts';

export default [
  {
    what: 'una notizia',
    text: `Nasce la rete dei forni sociali

L’Unione delle cooperative sociali della Basilicata (UCSB) ha presentato a Matera la rete dei forni sociali. La presidente, Lucia Montemurro, ha ringraziato il Comune di Matera e la Fondazione Pane e Lavoro. La cooperativa sociale Il Granaio ospiterà il primo corso, con il sostegno della Regione Basilicata.

Le imprese del territorio e gli enti pubblici hanno partecipato alla conferenza finale di GRANO VIVO, che si è svolta al Palazzo Viceconte.`,
    names: [
      'organisation: Unione delle cooperative sociali della Basilicata [UCSB]',
      'organisation: Comune di Matera',
      'organisation: Fondazione Pane e Lavoro',
      'organisation: Il Granaio',
      'organisation: Regione Basilicata',
      'event: Conferenza finale di GRANO VIVO',
    ],
  },
  {
    what: 'una scheda di progetto',
    text: `Titolo del progetto: Orti senza muri
Capofila: Consorzio Solidale del Salento Soc. Coop.
Partner: Università del Salento; Lega delle cooperative di Puglia; Associazione Semi Liberi APS
Finanziatore: Fondo Nazionale per l’Innovazione Sociale

Il progetto Orti senza muri coinvolge trenta giovani. L’Istituto per la Ricerca sulle Comunità (IRC) cura la valutazione.`,
    names: [
      'project: Orti senza muri',
      'organisation: Consorzio Solidale del Salento Soc. Coop.',
      'organisation: Università del Salento',
      'organisation: Lega delle cooperative di Puglia',
      'organisation: Associazione Semi Liberi APS',
      'organisation: Fondo Nazionale per l’Innovazione Sociale',
      'organisation: Istituto per la Ricerca sulle Comunità [IRC]',
    ],
  },
  {
    what: 'un programma',
    text: `Programma del II Festival della Cooperazione Mediterranea

ore 9.30 Saluti di Paolo Ferrante, sindaco, e di Chiara Lombardi, direttrice dell’Agenzia sarda per il lavoro
ore 10.00 Tavola rotonda con Confcoop Sardegna, Banca Popolare del Lavoro e Rete Donne Imprenditrici
ore 12.00 Il progetto MARE NOSTRO, a cura della cooperativa Onda Lunga
ore 15.00 Laboratorio «Bilanci che parlano»`,
    names: [
      'event: II Festival della Cooperazione Mediterranea',
      'organisation: Agenzia sarda per il lavoro',
      'organisation: Confcoop Sardegna',
      'organisation: Banca Popolare del Lavoro',
      'organisation: Rete Donne Imprenditrici',
      'project: MARE NOSTRO',
      'organisation: Onda Lunga',
    ],
  },
] satisfies readonly EntityText[];
