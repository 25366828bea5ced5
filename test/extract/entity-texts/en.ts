import type { EntityText } from './expected.ts';

export default [
  {
    what: 'a news item',
    text: `Weavers of the islands join forces

The Aegean Federation of Craft Cooperatives (AFCC) opened its third training centre last week. Its president, Nadia Karras, thanked the Municipality of Syros and the Bank of Good Works for their support. “We waited for ten years,” she said.

LoomLab, a cooperative of young designers, will run the workshops together with the University of the Aegean. The federation also invited social enterprises and public authorities from the region to the closing conference of the THREADS project in Palermo House.`,
    names: [
      'organisation: Aegean Federation of Craft Cooperatives [AFCC]',
      'organisation: Municipality of Syros',
      'organisation: Bank of Good Works',
      'organisation: LoomLab',
      'organisation: University of the Aegean',
      'event: Closing conference of the THREADS project',
      'project: THREADS',
    ],
  },
  {
    what: 'a project sheet',
    text: `Project title: Gardens without Fences
Acronym: GARWIF
Lead partner: Tuscan Consortium for Rural Welfare (Italy)
Partners: Olive Tree Trust; National Institute of Agronomy of Tunis (INAT); Green Hands Cooperative Ltd
Funded by: Mediterranean Solidarity Foundation

GARWIF promotes care farming. The project is a member-led effort of cooperatives in three countries. Results of GARWIF will be published in the Handbook of Care Farming.`,
    names: [
      'project: Gardens without Fences [GARWIF]',
      'organisation: Tuscan Consortium for Rural Welfare',
      'organisation: Olive Tree Trust',
      'organisation: National Institute of Agronomy of Tunis [INAT]',
      'organisation: Green Hands Cooperative Ltd',
      'organisation: Mediterranean Solidarity Foundation',
      'document: Handbook of Care Farming',
    ],
  },
  {
    what: 'an agenda',
    text: `Agenda of the Annual Meeting of the Blue Coast Network

09:30 Welcome by Dr. Helen Stavrou, director of the Institute for Cooperative Studies
10:00 Presentation of the initiative “Second Catch” by Marco Bellandi
11:00 Round table with the Maltese Ministry for Social Dialogue and the Chamber of Fisheries (CoF)
13:00 Lunch at the Grand Harbour Hotel
14:30 Study visit to a cooperative called “Salt and Sun”`,
    names: [
      'event: Annual Meeting of the Blue Coast Network',
      'organisation: Blue Coast Network',
      'organisation: Institute for Cooperative Studies',
      'project: Second Catch',
      'organisation: Maltese Ministry for Social Dialogue',
      'organisation: Chamber of Fisheries [CoF]',
      'organisation: Salt and Sun',
    ],
  },
  {
    what: 'a letter',
    text: `Dear Ms Vella,

On behalf of the Alliance of Island Producers I write to confirm our part in the RIPPLES project. The Alliance of Island Producers and Coopera Malta have signed an agreement with the Gozo Regional Development Agency. We hope that the second edition of the Festival of Shared Kitchens takes place in Valletta.

Partners from Spain and small enterprises of the sector are welcome.`,
    names: [
      'organisation: Alliance of Island Producers',
      'project: RIPPLES',
      'organisation: Coopera Malta',
      'organisation: Gozo Regional Development Agency',
      'event: Festival of Shared Kitchens',
    ],
  },
] satisfies readonly EntityText[];
