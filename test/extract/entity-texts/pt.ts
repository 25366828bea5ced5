import type { EntityText } from './expected.ts';

export default [
  {
    what: 'uma notícia',
    text: `Cooperativas do sal abrem centro de formação

A União das Cooperativas do Sal do Algarve (UCSA) inaugurou em Olhão um centro de formação. A presidente, Teresa Quintas, agradeceu à Câmara Municipal de Olhão e à Fundação Maré Alta. A cooperativa Sal & Sol vai acolher trinta jovens, com o apoio do Ministério do Trabalho, Solidariedade e Segurança Social.

As entidades públicas e as empresas da região participaram na sessão. O projeto SALINA VIVA é cofinanciado pela Agência de Desenvolvimento do Barrocal.`,
    names: [
      'organisation: União das Cooperativas do Sal do Algarve [UCSA]',
      'organisation: Câmara Municipal de Olhão',
      'organisation: Fundação Maré Alta',
      'organisation: Sal & Sol',
      'organisation: Ministério do Trabalho, Solidariedade e Segurança Social',
      'project: SALINA VIVA',
      'organisation: Agência de Desenvolvimento do Barrocal',
    ],
  },
  {
    what: 'uma ficha de projeto',
    text: `Título do projeto: Mãos na Terra
Parceiro líder: Associação para o Desenvolvimento do Vale do Côa (ADVC)
Parceiros: Universidade de Évora; Cooperativa Agrícola Terra Mãe, CRL; Rede Portuguesa de Hortas Sociais
Financiador: Fundo Ibérico de Coesão

O Encontro Nacional de Hortas Sociais terá lugar em Évora. A oficina foi preparada por Joana Saraiva, coordenadora da ADVC.`,
    names: [
      'project: Mãos na Terra',
      'organisation: Associação para o Desenvolvimento do Vale do Côa [ADVC]',
      'organisation: Universidade de Évora',
      'organisation: Cooperativa Agrícola Terra Mãe',
      'organisation: Rede Portuguesa de Hortas Sociais',
      'organisation: Fundo Ibérico de Coesão',
      'event: Encontro Nacional de Hortas Sociais',
    ],
  },
  {
    what: 'uma carta',
    text: `Exma. Sra. Dra. Helena Prates,

A Misericórdia de Tavira e a Confederação Nacional das Mutualidades (CNM) convidam-na para a conferência final do projeto CUIDAR. O relatório intitulado «Cuidar em Rede» será apresentado pela cooperativa Laços, CRL. Outras associações locais e a Junta de Freguesia de Santa Luzia também participam.`,
    names: [
      'organisation: Misericórdia de Tavira',
      'organisation: Confederação Nacional das Mutualidades [CNM]',
      'event: Conferência final do projeto CUIDAR',
      'project: CUIDAR',
      'document: Cuidar em Rede',
      'organisation: Laços',
      'organisation: Junta de Freguesia de Santa Luzia',
    ],
  },
] satisfies readonly EntityText[];
