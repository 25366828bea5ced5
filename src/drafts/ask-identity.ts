import { UsageError } from '../core/usage-error.ts';
import { toTerminal } from '../terminal/text.ts';
import { choose, differ, entitle } from './decide.ts';
import type { Draft, DraftEntity } from './draft.ts';
import { sure } from './draft.ts';
import { unite } from './unite.ts';
import type { Answer, Walk } from './walking.ts';
import { askRecord, isWay, sayQuote, waysOf } from './walking.ts';

/** Asks which record an entity is. */
export async function askIdentity(entity: DraftEntity, draft: Draft, walking: Walk): Answer {
  const { questions, showing, told } = walking;
  const ways = waysOf(walking);
  const kind = `${showing.labels.kind(entity.kind)}${showing.colon}`;
  walking.say(`\n${walking.palette.strong(toTerminal(`${kind}${entity.title}`))}`);
  const names = [entity.acronym ?? '', ...entity.aliases].filter(
    (name) => name !== '' && name !== entity.title,
  );
  if (names.length > 0) walking.say(toTerminal(told(`also called ${names.join(', ')}`)));
  const [mention] = entity.mentions;
  if (mention) sayQuote(mention, walking);
  const candidates = entity.candidates ?? [];
  const [later, ...leaving] = ways;
  const others = draft.entities.filter((each) => each.kind === entity.kind && each !== entity);
  const isSure = candidates.length > 0 || entity.confidence >= sure;
  const answer = await questions.choose(told('Which record is this?'), [
    ...(isSure ? [] : [later]),
    ...candidates.map(({ record, reason }) => ({
      name: toTerminal(`${record} (${walking.reason(reason)})`),
      value: `is ${record}`,
    })),
    { name: told('A new record'), value: 'new' },
    { name: told('A new record with another title …'), value: 'title' },
    ...(others.length === 0
      ? []
      : [{ name: told('Another name of this document …'), value: 'same' }]),
    { name: told('Another record of the base …'), value: 'other' },
    ...candidates.map(({ record }) => ({
      name: toTerminal(told(`Not ${record}`)),
      value: `not ${record}`,
    })),
    { name: told('Nothing that needs a record'), value: 'none' },
    ...(isSure ? [later] : []),
    ...leaving,
  ]);
  const { id } = entity;
  const { kinds } = showing;
  if (isWay(answer)) return { way: answer, draft };
  if (answer === 'new' || answer === 'none')
    return { way: 'on', draft: choose(draft, id, answer, kinds) };
  if (answer === 'other') {
    const record = await askRecord(walking, entity.kind);
    return {
      way: 'on',
      draft: record === undefined ? draft : choose(draft, id, { record }, kinds),
    };
  }
  if (answer === 'title') return { way: 'on', draft: await newlyEntitled(entity, draft, walking) };
  if (answer === 'same')
    return { way: 'on', draft: await unitedWith(entity, others, draft, walking) };
  const [verdict, record = ''] = answer.split(' ');
  if (verdict === 'is') return { way: 'on', draft: choose(draft, id, { record }, kinds) };
  return { way: 'again', draft: differ(draft, id, record) };
}

async function newlyEntitled(
  { id, title }: DraftEntity,
  draft: Draft,
  { questions, told, showing }: Walk,
): Promise<Draft> {
  const written = await questions.text(told('Its title:'), { given: title });
  const better = written.trim();
  return better === '' ? draft : choose(entitle(draft, id, better), id, 'new', showing.kinds);
}

async function unitedWith(
  { id }: DraftEntity,
  others: readonly DraftEntity[],
  draft: Draft,
  { questions, told, say, showing }: Walk,
): Promise<Draft> {
  const kept = await questions.choose(told('Which name means the same?'), [
    ...others.map((other) => ({ name: toTerminal(other.title), value: other.id })),
    { name: told('None of them'), value: '' },
  ]);
  if (kept === '') return draft;
  try {
    return unite(draft, kept, id, showing.kinds);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    say(toTerminal(told(error.message)));
    return draft;
  }
}
