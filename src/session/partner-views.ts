import type { Cell, Table } from '../core/table.ts';
import { isText } from '../core/node.ts';
import type { RecordName } from '../store/store.ts';
import { toTerminal, wrap } from '../terminal/text.ts';
import type { Explained, ExplainedReason, Proof } from './explained.ts';
import type { Need } from './need.ts';
import { partnerKind } from './need.ts';
import type { Partner } from './partners.ts';
import type { Session } from './session.ts';

/** Pieces of evidence that a line names; the others are counted. */
const namedProofs = 3;

/** Results for programs: as of `search`, with reasons, and the ids on the way instead of the path of the file. */
export function asJson(shown: readonly Explained[]): readonly unknown[] {
  return shown.map(({ partner: { record, score }, reasons, way }) => ({
    id: record.id,
    kind: record.kind,
    title: record.title,
    acronym: textsOf(record, 'acronym')[0] ?? null,
    countries: textsOf(record, 'country', 'countries'),
    themes: textsOf(record, 'themes'),
    score,
    snippet: textsOf(record, 'summary')[0] ?? '',
    file: record.path,
    reasons,
    path: way?.map(({ id }) => id) ?? [],
  }));
}

/** Results as rows, for tables and files. */
export function asRows(shown: readonly Explained[], session: Session, format: string): Table {
  const { labels, language, number } = session;
  const columns = ['id', 'title', 'acronym', 'form', 'country', 'score', 'reasons', 'way'];
  const isShown = session.isShown(format);
  const cells = (vocabulary: string, ids: readonly string[]) =>
    isShown ? ids.map((id) => session.concepts(vocabulary).label(id, language)) : ids;
  return {
    columns: session.columns(columns, format),
    rows: shown.map(({ partner: { record, score }, reasons, way }): readonly Cell[] => [
      record.id,
      record.title,
      textsOf(record, 'acronym')[0] ?? null,
      cells('forms', textsOf(record, 'form')),
      cells('countries', textsOf(record, 'country', 'countries')),
      score,
      reasons.map(({ reason, weight }) =>
        isShown
          ? `${labels.phrase(`reason-${reason}`)} (${number(weight)})`
          : `${reason} ${weight}`,
      ),
      way?.map(({ id }) => id) ?? [],
    ]),
  };
}

/** A numbered list for people: who it is, a line for each reason, and the way as a sentence. */
export function asList(shown: readonly Explained[], need: Need, session: Session): string {
  const { palette, labels, concepts, language, surroundings } = session;
  const room = surroundings.width ?? 100;
  const margin = String(shown.length).length + 2;
  return shown
    .map(({ partner, reasons, way, mentions }, index) => {
      const number = `${index + 1}.`.padEnd(margin);
      const { record, score } = partner;
      const acronym = textsOf(record, 'acronym')[0];
      const name =
        acronym && acronym !== record.title ? `${record.title} (${acronym})` : record.title;
      const facts = [
        ...textsOf(record, 'form').map((form) => concepts('forms').label(form, language)),
        ...countries(textsOf(record, 'country', 'countries')),
      ];
      const head = [
        `${number}${palette.strong(toTerminal(name))}  ${palette.id(toTerminal(record.id))}`,
        ...(facts.length > 0 ? [palette.quiet(toTerminal(facts.join(' · ')))] : []),
        session.number(score, 2),
      ].join('  ');
      const lines = reasons.map((reason) =>
        entry(session.number(reason.weight, 2).padStart(5), said(reason)),
      );
      const sentence = need.from ? entry('', waySentence(way, mentions)) : '';
      return `${head}\n${lines.join('')}${sentence}`;
    })
    .join('\n');

  function entry(lead: string, text: string): string {
    const space = margin + 7;
    const [first = '', ...rest] = wrap(toTerminal(text), Math.max(20, room - space));
    const start = ' '.repeat(margin) + lead.padEnd(7);
    return [start + first, ...rest.map((line) => ' '.repeat(space) + line)].join('\n') + '\n';
  }

  function said({ reason, evidence }: ExplainedReason): string {
    const shown = evidence.slice(0, namedProofs).map((proof) => proofText(reason, proof));
    const more = evidence.length > shown.length ? ` +${evidence.length - shown.length}` : '';
    return `${labels.phrase(`reason-${reason}`)}${session.colon}${shown.join(session.comma)}${more}`;
  }

  function proofText(reason: ExplainedReason['reason'], proof: Proof): string {
    if (proof.value === undefined) {
      const role = proof.role && concepts('roles').label(proof.role, language);
      const about = [role, proof.year].filter((each) => each !== undefined).join(session.comma);
      return about === '' ? (proof.title ?? '') : `${proof.title} (${about})`;
    }
    const value = String(proof.value);
    const vocabulary = vocabularies[reason];
    if (vocabulary) return concepts(vocabulary).label(value, language);
    return reason === 'words' ? labels.phrase(`place-${value}`) : value;
  }

  function countries(codes: readonly string[]): readonly string[] {
    return codes.map((code) => concepts('countries').label(code, language));
  }

  function waySentence(way: readonly RecordName[] | undefined, mentions: number): string {
    if (!way) return labels.phrase('way-none');
    const between = way.slice(1, -1);
    const said: string[] = [];
    for (let at = 0; at < between.length; at++) {
      const [here, next] = [between[at], between[at + 1]];
      if (!here) continue;
      if (here.kind !== partnerKind && next?.kind === partnerKind) {
        said.push(filled(labels.phrase('way-in'), { who: next.title, what: here.title }));
        at++;
      } else said.push(here.title);
    }
    if (said.length === 0) return labels.phrase(mentions > 0 ? 'way-mention' : 'way-direct');
    const then = (one: string, other: string) => filled(labels.phrase('way-then'), { one, other });
    const sentence = mentions > 0 ? 'way-perhaps' : 'way-through';
    return filled(labels.phrase(sentence), { way: said.reduce(then) });
  }
}

/** A phrase with its `{places}` filled in. */
export function filled(phrase: string, values: Readonly<{ [place: string]: string }>): string {
  return phrase.replaceAll(/\{(\w+)\}/g, (_, place: string) => values[place] ?? '');
}

const vocabularies: Readonly<{ [reason: string]: string }> = {
  themes: 'themes',
  likeThemes: 'themes',
  countries: 'countries',
  workCountries: 'countries',
  likeCountries: 'countries',
  regions: 'regions',
  likeForms: 'forms',
};

function textsOf({ values }: Partner['record'], ...fields: readonly string[]): readonly string[] {
  return [...new Set(fields.flatMap((field) => (values[field] ?? []).filter(isText)))];
}
