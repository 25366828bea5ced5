import type { EntityText } from './expected.ts';

export default [
  {
    what: 'una noticia',
    text: `Las cooperativas del mar se unen

La Confederación de Cooperativas Marineras del Sur (COMARSUR) celebró ayer su asamblea general en Almería. Su presidenta, Rocío Benítez Luna, agradeció el apoyo del Ayuntamiento de Almería y de la Consejería de Pesca, Agua y Desarrollo Rural. La cooperativa Redes Vivas S. Coop. And. presentará el proyecto OLEAJE en el Congreso Internacional de Pesca Artesanal.

Los poderes públicos y las empresas del sector firmaron un convenio con la Universidad de Almería en el Palacio de Exposiciones.`,
    names: [
      'organisation: Confederación de Cooperativas Marineras del Sur [COMARSUR]',
      'organisation: Ayuntamiento de Almería',
      'organisation: Consejería de Pesca, Agua y Desarrollo Rural',
      'organisation: Redes Vivas S. Coop. And.',
      'project: OLEAJE',
      'event: Congreso Internacional de Pesca Artesanal',
      'organisation: Universidad de Almería',
    ],
  },
  {
    what: 'una ficha de proyecto',
    text: `Título del proyecto: Barrios que cuidan
Acrónimo: BARCUI
Socio principal: Fundación Puentes del Sur
Socios: Asociación de Vecinas del Puerto; Red Andaluza de Cuidados (RAC); Diputación de Cádiz
Presupuesto: 320.000 euros

BARCUI busca mejorar los cuidados de proximidad. La jornada final de BARCUI tuvo lugar en Cádiz. Se publicó la guía «Cuidar en común».`,
    names: [
      'project: Barrios que cuidan [BARCUI]',
      'organisation: Fundación Puentes del Sur',
      'organisation: Asociación de Vecinas del Puerto',
      'organisation: Red Andaluza de Cuidados [RAC]',
      'organisation: Diputación de Cádiz',
      'event: Jornada final de BARCUI',
      'document: Cuidar en común',
    ],
  },
  {
    what: 'una carta',
    text: `Estimado Sr. Molina:

La Asociación Mediterránea de Mujeres Rurales, AMMUR, le invita a la segunda Feria de Economía Solidaria del Segura. Colaboran el Instituto Murciano de Acción Social y la entidad sin ánimo de lucro denominada «Almazara Abierta». Nuestra coordinadora, Teresa Vidal, le enviará el programa.

Otras organizaciones y entidades públicas se sumarán más adelante.`,
    names: [
      'organisation: Asociación Mediterránea de Mujeres Rurales [AMMUR]',
      'event: Feria de Economía Solidaria del Segura',
      'organisation: Instituto Murciano de Acción Social',
      'organisation: Almazara Abierta',
    ],
  },
] satisfies readonly EntityText[];
