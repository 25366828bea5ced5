import type { EntityText } from './expected.ts';

export default [
  {
    what: 'una notícia',
    text: `Neix una xarxa d’horts compartits

La Federació d’Horts Comunitaris del Maresme (FHCM) va presentar dissabte la seva xarxa a Mataró. La presidenta, Montserrat Puigdomènech, va agrair el suport de l’Ajuntament de Mataró i del Consell Comarcal del Maresme. La cooperativa Terra Nostra SCCL acollirà els tallers, amb la col·laboració de la Universitat de Girona.

Les administracions públiques i les entitats del territori van participar en la jornada final del projecte HORTA VIVA, al Palau de Congressos.`,
    names: [
      'organisation: Federació d’Horts Comunitaris del Maresme [FHCM]',
      'organisation: Ajuntament de Mataró',
      'organisation: Consell Comarcal del Maresme',
      'organisation: Terra Nostra SCCL',
      'organisation: Universitat de Girona',
      'event: Jornada final del projecte HORTA VIVA',
      'project: HORTA VIVA',
    ],
  },
  {
    what: 'una fitxa de projecte',
    text: `Títol del projecte: Cuines que acullen
Soci líder: Fundació Pa i Mel
Socis: Associació Veïnal del Port; Institut Català de la Cuina Social (ICCS); Cooperativa Foc Lent
Finançador: Fons Mediterrani d’Acció Social

El projecte Cuines que acullen és una iniciativa de barri. La Fira de l’Economia Solidària de Badalona va tancar la primera edició.`,
    names: [
      'project: Cuines que acullen',
      'organisation: Fundació Pa i Mel',
      'organisation: Associació Veïnal del Port',
      'organisation: Institut Català de la Cuina Social [ICCS]',
      'organisation: Cooperativa Foc Lent',
      'organisation: Fons Mediterrani d’Acció Social',
      'event: Fira de l’Economia Solidària de Badalona',
    ],
  },
  {
    what: 'una carta',
    text: `Benvolguda Sra. Roca,

La Coordinadora d’Ateneus del Segrià i l’entitat anomenada «La Garbera» us conviden a la taula rodona sobre habitatge. Hi assistirà Jordi Ferrer, director de l’Agència de l’Habitatge de Lleida (AHL). El manifest «Sostre per a tothom» es presentarà al Teatre de l’Escorxador.`,
    names: [
      'organisation: Coordinadora d’Ateneus del Segrià',
      'organisation: La Garbera',
      'organisation: Agència de l’Habitatge de Lleida [AHL]',
      'document: Sostre per a tothom',
    ],
  },
] satisfies readonly EntityText[];
