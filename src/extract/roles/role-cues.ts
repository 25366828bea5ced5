import { isMap, textsOf } from '../../core/node.ts';
import { shipped } from '../../shipped.ts';
import type { RoleName } from '../extraction.ts';
import type { PhraseBook } from '../text/phrase-book.ts';
import { phraseBook } from '../text/phrase-book.ts';
import { shadow } from '../text/shadow.ts';

/** Words that tell a role, and where its actors stand: after them, before them, or where one is named; `we` is who writes, `label` needs a colon after it. */
export interface RoleCue {
  readonly role: RoleName;
  readonly shape: 'after' | 'before' | 'either' | 'label' | 'noun' | 'we';
  /** Words that are said of anything (“run by”): only of what the sentence itself names or has a noun for. */
  readonly near?: true;
  /** “And with it”: who stands so behind a funder and its sum pays too. */
  readonly beside?: true;
  /** “Falls to”: only beside a word for the task, such as “coordination”. */
  readonly task?: true;
  /** “At the invitation of”: who organises, or the host where another one does. */
  readonly invites?: true;
  /** “Brings together”: of a project its partners, of an event who took part, of an organisation its members. */
  readonly gathers?: true;
}

/** What one language says about roles, from `data/cues/roles`. */
export interface RoleCues {
  readonly cues: PhraseBook<RoleCue>;
  /** Of which {@link RoleCue.task} is true: apart, since elsewhere shorter cues count. */
  readonly taskCues: PhraseBook<RoleCue>;
  /** “Both”, “the three bodies”: how many are meant that were named before. */
  readonly together: PhraseBook<string>;
  /** Words that may stand in a list of actors without a meaning of their own. */
  readonly link: ReadonlySet<string>;
  /** Words that part actors as a comma does. */
  readonly and: ReadonlySet<string>;
  /** Of these, those that say “together with”: before them another list stands. */
  readonly with: ReadonlySet<string>;
  /** Words that begin “as a partner”. */
  readonly as: ReadonlySet<string>;
  /** Of cues, those that begin so have what their actors belong to before these: “counts X among its members”. */
  readonly among: ReadonlySet<string>;
  /** Words for what one does who leads. */
  readonly tasks: ReadonlySet<string>;
  /** Words for where a body has its seat, which is a place and no host. */
  readonly seats: ReadonlySet<string>;
  /** Words between who funds and the programme by which it does. */
  readonly through: ReadonlySet<string>;
  /** Words that begin another clause. */
  readonly stop: ReadonlySet<string>;
  readonly negation: ReadonlySet<string>;
  /** Nouns that stand for an entity of a kind: `conference`, `proyecto`. */
  readonly nouns: ReadonlyMap<string, string>;
  /** Words before a noun that say which one is meant: `the`, `our`, `this`. */
  readonly definite: ReadonlySet<string>;
}

/** Of cues with the same words, the earlier shape counts. */
const shapes = ['either', 'we', 'after', 'before', 'noun', 'label'] as const;
const made = new Map<string, RoleCues>();

/** The cues of a language, with those of English where it has none of its own. */
export function roleCues(language: string): RoleCues {
  const known = made.get(language);
  if (known) return known;
  const cues = languages.has(language) ? readCues(language) : roleCues('en');
  made.set(language, cues);
  return cues;
}

/** Ends a phrase of which {@link RoleCue.near} is true. */
const nearOnly = ' ~';
/** Ends a phrase of which {@link RoleCue.task} is true. */
const taskOnly = ' @';
/** Ends a phrase of which {@link RoleCue.beside} is true. */
const besideToo = ' +';

const languages = new Set(['ar', 'ca', 'el', 'en', 'es', 'fr', 'it', 'pt']);

function readCues(language: string): RoleCues {
  const file = shipped(`cues/roles/${language}`);
  const part = (name: string) => (isMap(file) ? file[name] : undefined);
  const mapOf = (name: string) => {
    const node = part(name);
    return isMap(node) ? Object.entries(node) : [];
  };
  const wordsOf = (name: string) => textsOf(part(name) ?? []).map(shadow);
  const sets = Object.fromEntries(mapOf('sets').map(([name, list]) => [name, textsOf(list)]));
  const phrases = shapes.flatMap((shape) =>
    mapOf(shape).flatMap(([role, list]) =>
      textsOf(list).map((each): [string, RoleCue] => {
        const [isNear, isOfTask] = [each.endsWith(nearOnly), each.endsWith(taskOnly)];
        const isBeside = each.endsWith(besideToo);
        const phrase = isNear || isOfTask || isBeside ? each.slice(0, -nearOnly.length) : each;
        if (role === 'gathers') return [phrase, { role: 'partner', shape, gathers: true }];
        if (role === 'invites') return [phrase, { role: 'organiser', shape, invites: true }];
        const flags = {
          ...(isNear ? { near: true } : {}),
          ...(isOfTask ? { task: true } : {}),
          ...(isBeside ? { beside: true } : {}),
        };
        return [phrase, { role: role as RoleName, shape, ...flags } as RoleCue];
      }),
    ),
  );
  return {
    cues: phraseBook(
      phrases.filter(([, { task }]) => !task),
      sets,
    ),
    taskCues: phraseBook(
      phrases.filter(([, { task }]) => task),
      sets,
    ),
    together: phraseBook(
      mapOf('together').flatMap(([count, list]) =>
        textsOf(list).map((each): [string, string] => [each, count]),
      ),
      sets,
    ),
    among: new Set(wordsOf('among')),
    tasks: new Set(wordsOf('tasks')),
    seats: new Set(wordsOf('seats')),
    link: new Set([...wordsOf('link'), ...wordsOf('and'), ...wordsOf('through')]),
    and: new Set(wordsOf('and')),
    with: new Set(wordsOf('with')),
    as: new Set(wordsOf('as')),
    through: new Set(wordsOf('through')),
    stop: new Set(wordsOf('stop')),
    negation: new Set(wordsOf('negation')),
    definite: new Set(wordsOf('definite')),
    nouns: new Map(
      mapOf('subject').flatMap(([kind, list]) =>
        textsOf(list).map((each): [string, string] => [shadow(each), kind]),
      ),
    ),
  };
}
