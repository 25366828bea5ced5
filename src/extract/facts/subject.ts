import type { TextSpan } from '../../core/document.ts';
import { isInterview, openingOf } from './opening.ts';
import type { Mention } from '../text/mention.ts';
import type { Passage } from '../text/passage.ts';
import { cuesIn } from './subject-words.ts';
import type { Labelled } from '../roles/sheet.ts';

/** The kinds of records that a document may be mainly about. */
const kinds = ['organisation', 'project', 'event', 'practice', 'programme', 'document'] as const;
type SubjectKind = (typeof kinds)[number];

/** What speaks for a kind, and how much; set on annotated texts. */
const weights = {
  titleCue: 3,
  /** A report or a newsletter speaks of projects and events on every page. */
  documentCue: 6,
  paperTitle: 9,
  titleName: 2.5,
  proseCue: 1.2,
  mostCues: 3.6,
  sheet: 1.4,
  mostSheet: 5.6,
  mentions: 2.5,
  /** Organisations are named in every text. */
  organisation: 0.45,
  first: 1,
  firstOrganisation: 0.5,
  titleOrganisation: 1.2,
  rows: 4,
  head: 1.5,
  /** The section of a site that a page stands in. */
  crumb: 3,
  interview: 3,
  eventDate: 1.5,
  /** Costs, time, partners and funders are told of projects. */
  sign: 0.6,
} as const;

/** Fields of a sheet that only one kind has. */
const telling: Readonly<{ [field: string]: SubjectKind }> = {
  lead: 'project',
  partners: 'project',
  associates: 'project',
  budget: 'project',
  grant: 'project',
  duration: 'project',
  programme: 'project',
  call: 'project',
  venue: 'event',
  speakers: 'event',
  organisers: 'event',
  co_organisers: 'event',
  participants: 'event',
  absent: 'event',
  attendance: 'event',
  owner: 'practice',
  level: 'practice',
  resources: 'practice',
  evidence: 'practice',
  transfer: 'practice',
  form: 'organisation',
  legal_form: 'organisation',
  founded: 'organisation',
};

/** The kind of record that a document is mainly about, with its entity where one is named. */
export interface Subject {
  readonly kind: string;
  readonly entity?: string;
}

/** What else speaks for a kind. */
export interface SubjectHints {
  /** The document has a table of partners with their roles. */
  readonly hasRoles: boolean;
  /** The title begins with a name that nothing else knows: “Medcoop: …”. */
  readonly hasHead: boolean;
  /** Dates on which something takes place. */
  readonly eventDates: readonly TextSpan[];
}

/** Decided by words of the title and of the first sentences, by the labels of a sheet, and by what is named most and first. */
export function subjectOf(
  passage: Passage,
  title: TextSpan | undefined,
  sheet: readonly Labelled[],
  mentions: readonly Mention[],
  hints: SubjectHints,
): Subject | undefined {
  const scores = new Map<string, number>(kinds.map((kind) => [kind, 0]));
  const add = (kind: string, value: number) => {
    if (scores.has(kind)) scores.set(kind, (scores.get(kind) ?? 0) + value);
  };
  const ranked = salientOf(mentions, title, passage.text.length);
  const opening = openingOf(passage, title);
  // “Evaluation of the project X” is a paper, whatever else it names; “X – Mid-term review” is about X.
  const isOfProject =
    title !== undefined &&
    mentions.some(
      ({ kind, start, end }) =>
        kind === 'project' &&
        Math.abs(start - title.start) < 2 &&
        /^["»”]?\s?[–—:|-]\s/u.test(passage.text.slice(end, end + 4)),
    );
  const paper = title && !isOfProject && isPaper(passage, title) ? title : undefined;
  if (paper) add(isOfBody(passage, paper) ? 'organisation' : 'document', weights.paperTitle);
  for (const kind of cuesIn(
    passage,
    'title',
    opening.lines.filter((line) => line !== paper),
  ))
    if (!isOfProject || kind !== 'document')
      add(kind, kind === 'document' ? weights.documentCue : weights.titleCue);
  const counted = new Map<string, number>();
  for (const kind of cuesIn(passage, 'prose', opening.sentences, true)) {
    const before = counted.get(kind) ?? 0;
    const value =
      kind === 'document'
        ? Math.max(0, weights.documentCue - before)
        : Math.min(weights.proseCue, weights.mostCues - before);
    counted.set(kind, before + value);
    add(kind, value);
  }
  for (const [kind, value] of sheetScores(sheet)) add(kind, value);
  for (const kind of cuesIn(passage, 'crumb', opening.crumbs)) add(kind, weights.crumb);
  // Who answers speaks of what they run, whatever it took part in.
  if (isInterview(passage, title)) add('organisation', weights.interview);
  if (hints.hasHead) add('organisation', weights.head);
  if (hints.hasRoles) add('project', weights.rows);
  const isEarly = ({ start }: TextSpan) =>
    opening.sentences.some((each) => each.start <= start && start < each.end);
  if (hints.eventDates.some(isEarly)) add('event', weights.eventDate);
  if (title && !paper)
    for (const kind of new Set(named(mentions, title)))
      if (kind !== 'programme' && kind !== 'document')
        add(kind, kind === 'organisation' ? weights.titleOrganisation : weights.titleName);
  const most = ranked[0]?.score ?? 1;
  for (const kind of kinds) {
    const best = ranked.find((each) => each.kind === kind);
    // Programmes are named wherever money is, and documents as sources.
    if (!best || kind === 'programme' || kind === 'document') continue;
    const share = (weights.mentions * best.score) / most;
    add(kind, kind === 'organisation' ? share * weights.organisation : share);
  }
  // Minutes speak of other events; the one that they are of may have no name.
  const head = Math.max(title?.end ?? 0, headEnd);
  const isMinutes = title !== undefined && [...cuesIn(passage, 'title', [title])].includes('event');
  const isElsewhere = (entity: string, kind: string) =>
    kind === 'event' &&
    isMinutes &&
    (mentions.find((each) => each.entity === entity)?.start ?? 0) > head;
  const first = mentions.find(
    ({ kind }) => scores.has(kind) && kind !== 'programme' && kind !== 'document',
  );
  if (first)
    add(first.kind, first.kind === 'organisation' ? weights.firstOrganisation : weights.first);
  // A press release is by an organisation and tells what a project costs, how long it lasts and who carries it.
  if (mostOf(scores)?.[0] === 'organisation' && isProjectEarly(mentions, ranked))
    add('project', weights.sign * new Set(cuesIn(passage, 'signs', passage.blocks)).size);
  const [kind, score] = mostOf(scores) ?? [];
  if (kind === undefined || !score) return undefined;
  const entity =
    (kind === 'programme' || kind === 'document') && title
      ? mentions.find(
          (each) => each.kind === kind && each.start >= title.start && each.end <= title.end,
        )?.entity
      : ranked.find((each) => each.kind === kind && !isElsewhere(each.entity, kind))?.entity;
  return { kind, ...(entity === undefined ? {} : { entity }) };
}

/** What is named below this place, in code units, is not what the head of the text is about. */
const headEnd = 900;

interface Salient {
  readonly entity: string;
  readonly kind: string;
  readonly score: number;
}

/** Entities by how often, how early and whether in the title they are named; the most salient first. */
export function salientOf(
  mentions: readonly Mention[],
  title: TextSpan | undefined,
  length: number,
): Salient[] {
  const found = new Map<string, { kind: string; score: number; first: number }>();
  for (const { entity, kind, start, end } of mentions) {
    const one = found.get(entity) ?? {
      kind,
      score: 1 - (0.8 * start) / (length + 1),
      first: start,
    };
    const isInTitle = title !== undefined && start >= title.start && end <= title.end;
    found.set(entity, { ...one, score: one.score + (isInTitle ? 4 : 1) });
  }
  return [...found]
    .map(([entity, { kind, score, first }]) => ({ entity, kind, score, first }))
    .toSorted((a, b) => b.score - a.score || a.first - b.first);
}

/** Whether a yearly report tells of the body itself too: when it was founded, who presides, of what it is a member. */
function isOfBody(passage: Passage, title: TextSpan): boolean {
  const isYearly = [...cuesIn(passage, 'yearly', [title])].length > 0;
  return isYearly && [...cuesIn(passage, 'itself', passage.blocks, true)].length >= fewestOfItself;
}

/** So often a report says something of its body. */
const fewestOfItself = 2;

function mostOf(scores: ReadonlyMap<string, number>): readonly [string, number] | undefined {
  return [...scores].toSorted((a, b) => b[1] - a[1])[0];
}

/** Whether one project is named at the head of the text, and no other as much. */
function isProjectEarly(mentions: readonly Mention[], ranked: readonly Salient[]): boolean {
  const [best, second] = ranked.filter(({ kind }) => kind === 'project');
  const first = best && mentions.find(({ entity }) => entity === best.entity);
  if (!best || !first || first.start > headEnd) return false;
  return !second || second.score * 2 <= best.score + 1;
}

/** Whether a title says that its paper is a report, a bulletin or a study. */
function isPaper(passage: Passage, title: TextSpan): boolean {
  const kinds = [...cuesIn(passage, 'title', [title]), ...cuesIn(passage, 'paper', [title])];
  return kinds.includes('document');
}

function sheetScores(sheet: readonly Labelled[]): ReadonlyMap<string, number> {
  const scores = new Map<string, number>();
  for (const field of new Set(sheet.map((each) => each.field))) {
    const kind = telling[field];
    if (kind === undefined) continue;
    scores.set(kind, Math.min(weights.mostSheet, (scores.get(kind) ?? 0) + weights.sheet));
  }
  return scores;
}

function named(mentions: readonly Mention[], title: TextSpan): string[] {
  return mentions
    .filter(({ start, end }) => start >= title.start && end <= title.end)
    .map(({ kind }) => kind);
}
