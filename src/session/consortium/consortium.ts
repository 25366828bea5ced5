import type { Call as Given } from '../../command.ts';
import type { Actor, Consortium, Money, Range, World } from '../../core/consortium/actor.ts';
import type { Candidate } from '../../core/consortium/fit.ts';
import { legalStatuses } from '../../core/consortium/legal-status.ts';
import { isText } from '../../core/node.ts';
import { UsageError } from '../../core/usage-error.ts';
import { textsOf } from '../../report/cells.ts';
import { partsOf } from '../../report/part.ts';
import type { FullRecord, Store } from '../../store/store.ts';
import { money, moneyParts } from '../../values/money.ts';
import { percentIn } from '../../values/percent.ts';
import { conceptNamed } from '../choices.ts';
import { findOne } from '../find-one.ts';
import type { Session } from '../session.ts';
import { candidatesOf, carrying } from './candidates.ts';
import { monthsOf } from './months.ts';
import { worldOf } from './world.ts';

/** A consortium as a call of a command describes it, with what the base knows around it. */
export interface Described {
  readonly project: FullRecord | undefined;
  readonly consortium: Consortium;
  /** Who leads the project, where another is to lead now. */
  readonly formerLead: string | undefined;
  /** Countries that the project names and none of its organisations has. */
  readonly unnamed: readonly string[];
  /** Every organisation of the base, and those that could join. */
  readonly organisations: readonly Candidate[];
  readonly candidates: readonly Candidate[];
  readonly world: World;
}

interface Member extends Actor {
  readonly amount?: Money;
}

/** Reads the consortium of a project, of `--partners`, or of both together. */
export async function describedBy(
  given: Given,
  session: Session,
  store: Store,
  mayBeEmpty = false,
): Promise<Described> {
  const written = given.words.join(' ').trim();
  const partners = given
    .list('partners')
    .flatMap((list) => list.split(','))
    .map((each) => each.trim());
  if (
    !mayBeEmpty &&
    written === '' &&
    partners.every((each) => each === '') &&
    given.text('lead') === undefined
  )
    throw new UsageError('Name a project, or organisations with --partners');
  const world = worldOf(session);
  const organisations = await candidatesOf(store, session, world);
  const project =
    written === '' ? undefined : await store.record((await findOne(store, written, 'project')).key);
  const members = new Map<string, Member>();
  for (const member of project ? await membersOf(project, store, session, organisations) : [])
    if (!members.has(member.id)) members.set(member.id, member);
  const join = async (name: string, role: string) => {
    const { key, id } = await findOne(store, name, 'organisation');
    const known = organisations.get(key);
    const before = members.get(id);
    if (before) members.set(id, { ...before, role });
    else if (known) members.set(id, { ...plain(known), role });
    return id;
  };
  for (const name of partners) if (name !== '') await join(name, 'partner');
  const lead = given.text('lead');
  let formerLead: string | undefined;
  if (lead !== undefined) {
    const id = await join(lead, 'lead');
    for (const each of members.values()) {
      if (each.role !== 'lead' || each.id === id) continue;
      formerLead = each.title;
      members.set(each.id, { ...each, role: 'partner' });
    }
  }
  for (const [member, role] of await pairs('role', given, store, members))
    members.set(member.id, { ...member, role: conceptNamed('role', 'roles', role, session) });
  for (const [member, written] of await pairs('legal-status', given, store, members)) {
    const status = legalStatuses.find((each) => each === written);
    if (!status)
      throw new UsageError(
        `--legal-status expects acpp=public, acpp=non-profit or acpp=for-profit, found “${written}”`,
      );
    members.set(member.id, { ...member, status });
  }
  const budget = moneyOf('budget', given, session, project);
  const shares = new Map<string, number>();
  for (const [member, text] of await pairs('share', given, store, members)) {
    const share = percentIn(text);
    if (share === undefined)
      throw new UsageError(`--share expects a percentage such as acpp=12.5, found “${text}”`);
    shares.set(member.id, share);
  }
  const named = [...members.values()].sort(
    (a, b) => Number(b.role === 'lead') - Number(a.role === 'lead'),
  );
  const total = budget ?? sumOf(named);
  const actors = named.map(({ amount, share: recorded, ...actor }): Actor => {
    const share = shares.get(actor.id) ?? recorded ?? shareOf(amount, total);
    return share === undefined ? actor : { ...actor, share };
  });
  const taken = new Set(actors.flatMap(({ countries }) => countries));
  const unnamed = textsOf(project?.values ?? {}, 'countries').filter((code) => !taken.has(code));
  const grant = moneyOf('grant', given, session, project);
  const months =
    monthsGiven(given) ??
    monthsOf(textsOf(project?.values ?? {}, 'start')[0], textsOf(project?.values ?? {}, 'end')[0]);
  const consortium: Consortium = {
    actors: given.flag('count-countries') ? [...actors, ...unnamed.map(nobody)] : actors,
    ...(total ? { budget: total } : {}),
    ...(grant ? { grant } : {}),
    ...(months ? { months } : {}),
  };
  const known = [...organisations.values()];
  const candidates = known.filter(({ id, gone }) => !gone && !members.has(id));
  return { project, consortium, formerLead, unnamed, organisations: known, candidates, world };
}

/** Those who carry a project, with the country and the budget that stand with the link. */
async function membersOf(
  project: FullRecord,
  store: Store,
  { kinds }: Session,
  organisations: ReadonlyMap<number, Candidate>,
): Promise<readonly Member[]> {
  const kind = kinds.get(project.kind);
  if (!kind) return [];
  const members: Member[] = [];
  for await (const [, links] of store.linksOf([project.key], carrying(kind))) {
    for (const { organisation, written, role, facts } of partsOf(links, kind)) {
      const known = organisation === undefined ? undefined : organisations.get(organisation);
      const { country, budget, share } = facts;
      const percent = isText(share) ? percentIn(share) : undefined;
      members.push({
        ...(known
          ? plain(known)
          : { id: written, title: written, family: written, ...nothingKnown }),
        role,
        ...(isText(country) ? { countries: [country] } : {}),
        ...(isText(budget) ? { amount: moneyParts(budget) } : {}),
        ...(percent === undefined ? {} : { share: percent }),
      });
    }
  }
  return members;
}

const nothingKnown = { countries: [], regions: [], forms: [] };

function plain({ id, title, role, countries, regions, forms, family }: Candidate): Member {
  return { id, title, role, countries, regions, forms, family };
}

function nobody(code: string): Actor {
  return {
    ...nothingKnown,
    id: code,
    title: code,
    role: 'partner',
    countries: [code],
    family: code,
    unnamed: true,
  };
}

/** Values such as `cecop=associated`, by the member that each is for. */
async function pairs(
  option: string,
  given: Given,
  store: Store,
  members: ReadonlyMap<string, Member>,
): Promise<readonly (readonly [Member, string])[]> {
  const found: (readonly [Member, string])[] = [];
  for (const written of given.list(option)) {
    const at = written.lastIndexOf('=');
    if (at < 1)
      throw new UsageError(
        `--${option} expects a record and a value such as acpp=…, found “${written}”`,
      );
    const name = written.slice(0, at).trim();
    const member =
      members.get(name) ?? members.get((await findOne(store, name, 'organisation')).id);
    if (!member)
      throw new UsageError(
        `--${option}: “${name}” is not in the consortium; in it are ${[...members.keys()].join(', ')}`,
      );
    found.push([member, written.slice(at + 1).trim()]);
  }
  return found;
}

function moneyOf(
  field: 'budget' | 'grant',
  given: Given,
  session: Session,
  project: FullRecord | undefined,
): Money | undefined {
  const written = given.text(field);
  if (written === undefined) {
    const recorded = textsOf(project?.values ?? {}, field)[0];
    return recorded === undefined ? undefined : moneyParts(recorded);
  }
  const parsed = money.parse(written, session);
  if ('value' in parsed && isText(parsed.value)) return moneyParts(parsed.value);
  throw new UsageError(`--${field} expects ${money.expects}, found “${written}”`);
}

function monthsGiven(given: Given): Range | undefined {
  const written = given.text('months');
  if (written === undefined) return undefined;
  if (!/^\d{1,4}$/.test(written))
    throw new UsageError(`--months expects a number such as 30, found “${written}”`);
  return { least: Number(written), most: Number(written) };
}

function shareOf(amount: Money | undefined, total: Money | undefined): number | undefined {
  if (!amount || !total || amount.currency !== total.currency || total.amount <= 0)
    return undefined;
  return (100 * amount.amount) / total.amount;
}

/** The whole, where the part of each is known in one currency. */
function sumOf(members: readonly Member[]): Money | undefined {
  const amounts = members.flatMap(({ amount }) => amount ?? []);
  const [first] = amounts;
  if (!first || amounts.length < members.length) return undefined;
  if (amounts.some(({ currency }) => currency !== first.currency)) return undefined;
  return { amount: amounts.reduce((sum, { amount }) => sum + amount, 0), currency: first.currency };
}
