import type { EntityText } from './expected.ts';

export default [
  {
    what: 'une brève',
    text: `Une nouvelle coopérative pour les artisanes du Rif

La Fédération régionale des artisanes du Nord (FRAN) a ouvert un atelier à Tétouan. Sa présidente, Samira El Idrissi, a remercié l’Agence de développement du Rif et la mairie de Tétouan. La coopérative Fil d’Argent y formera quarante femmes, avec l’appui du ministère de l’Artisanat.

Le projet RIFCRAFT est cofinancé par la Fondation des Deux Rives. Les pouvoirs publics et les entreprises de la région étaient invités à la cérémonie d’ouverture de l’atelier, au Palais de la Culture.`,
    names: [
      'organisation: Fédération régionale des artisanes du Nord [FRAN]',
      'organisation: Agence de développement du Rif',
      'organisation: Mairie de Tétouan',
      'organisation: Fil d’Argent',
      'organisation: Ministère de l’Artisanat',
      'project: RIFCRAFT',
      'organisation: Fondation des Deux Rives',
      'event: Cérémonie d’ouverture',
    ],
  },
  {
    what: 'une fiche de projet',
    text: `Intitulé du projet : Passerelles solidaires
Chef de file : Union des mutuelles du Littoral (UML)
Partenaires : SCOP Les Tisserands ; Université de Sfax ; Réseau tunisien de l’économie sociale et solidaire (RTESS)
Avec le soutien de : Région Sud

Passerelles solidaires vise à relier les mutuelles des deux rives. La réunion de lancement de Passerelles solidaires s’est tenue à Marseille. Un guide intitulé « Mutualiser sans frontières » a été publié.`,
    names: [
      'project: Passerelles solidaires',
      'organisation: Union des mutuelles du Littoral [UML]',
      'organisation: SCOP Les Tisserands',
      'organisation: Université de Sfax',
      'organisation: Réseau tunisien de l’économie sociale et solidaire [RTESS]',
      'organisation: Région Sud',
      'event: Réunion de lancement de Passerelles solidaires',
      'document: Mutualiser sans frontières',
    ],
  },
  {
    what: 'un tableau de partenaires',
    text: `| Organisation | Sigle | Pays |
| --- | --- | --- |
| Chambre régionale de l’économie sociale | CRES | France |
| Coopérative agricole Terre Rouge | – | Algérie |
| Ligue des associations de quartier | LAQ | Tunisie |

La CRES accueille le secrétariat. La LAQ a organisé le Forum des quartiers solidaires.`,
    names: [
      'organisation: Chambre régionale de l’économie sociale [CRES]',
      'organisation: Coopérative agricole Terre Rouge',
      'organisation: Ligue des associations de quartier [LAQ]',
      'event: Forum des quartiers solidaires',
    ],
  },
  {
    what: 'un portrait',
    text: `Née en 2009, Mains Ouvertes est une association d’insertion de Perpignan. Mains Ouvertes gère une cuisine, un jardin et une blanchisserie. Elle est membre de la Confédération générale des régies de quartier et travaille avec Catherine Soler, maire adjointe, et avec le Conseil départemental des Pyrénées-Orientales. Le label « Table Juste » et le prix « Cœur de ville » lui ont été remis. Elle participe au projet européen CULTIVA.`,
    names: [
      'organisation: Mains Ouvertes',
      'organisation: Confédération générale des régies de quartier',
      'organisation: Conseil départemental des Pyrénées-Orientales',
      'project: CULTIVA',
    ],
  },
] satisfies readonly EntityText[];
