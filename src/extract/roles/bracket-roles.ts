import type { RoleName } from '../extraction.ts';
import { fieldInWords, wordRange } from '../text/labels.ts';
import type { Passage } from '../text/passage.ts';
import type { SentenceRow } from '../text/sentence-row.ts';
import type { FoundRole } from './found-role.ts';
import { roleOf } from './found-role.ts';
import { actorsAfter } from './role-actors.ts';
import { roleKinds } from './role-kinds.ts';
import type { Salience, Target } from './role-target.ts';
import { targetFrom } from './role-target.ts';
import { roleOfField } from './sheet-roles.ts';
import { isLeadMark } from './table-role.ts';

/** “X (lead), Y (associated partner) and Z”: parts told in brackets; who follows in the list of one that leads is a partner. */
export function bracketRoles(passage: Passage, row: SentenceRow, salience: Salience): FoundRole[] {
  const found: FoundRole[] = [];
  const { pieces } = row;
  const own = new Map<string, RoleName>();
  pieces.forEach(({ mention, end }) => {
    const role = mention?.kind === 'organisation' ? roleAfter(passage, end) : undefined;
    if (mention && role !== undefined && !own.has(mention.entity)) own.set(mention.entity, role);
  });
  if (own.size === 0) return found;
  let listed = 0;
  const tell = (role: RoleName, at: number) => {
    const mention = pieces[at]?.mention;
    const target = mention && targetAt(row, at, role, salience);
    if (mention && target && target.mention.entity !== mention.entity)
      found.push(roleOf(role, mention, target.mention, row, `bracket-${target.how}`));
  };
  pieces.forEach(({ mention }, at) => {
    const role = mention && own.get(mention.entity);
    if (!mention || role === undefined) return;
    tell(role, at);
    // Who is named again in the list of another one begins no list.
    if (role !== 'lead' || at < listed) return;
    listed = at + longestList;
    for (const other of actorsAfter(row, afterBracket(row, at), ['organisation']).pieces)
      if (other.mention && !own.has(other.mention.entity))
        tell('partner', pieces.indexOf(other, at));
  });
  return found;
}

/** So many pieces after who leads another one begins a list. */
const longestList = 40;
/** The longest bracket that is a part and no remark, in code units. */
const longest = 40;

/** The role that a bracket right after a name tells, alone or before or after a comma: “(Malta, lead)”. */
function roleAfter(passage: Passage, end: number): RoleName | undefined {
  const bracket = /^["'»”]?\s?\(([^()]{2,40})\)/.exec(passage.text.slice(end, end + longest + 5));
  if (bracket?.[1] === undefined) return undefined;
  let start = end + bracket[0].indexOf('(') + 1;
  for (const part of bracket[1].split(/[,،;]/)) {
    const span = { start, end: start + part.length };
    start = span.end + 1;
    const [first, last] = wordRange(passage.words, span);
    if (isLeadMark(passage, span)) return 'lead';
    const role = roleOfField[fieldInWords(passage.words, first, last) ?? ''];
    if (role !== undefined) return role;
  }
  return undefined;
}

/** The piece after the bracket that follows a name. */
function afterBracket({ pieces }: SentenceRow, at: number): number {
  const depth = pieces[at]?.depth ?? 0;
  let next = at + 1;
  while ((pieces[next]?.depth ?? 0) > depth) next++;
  return next;
}

/** What the sentence names before it, else what is spoken of. */
function targetAt(
  row: SentenceRow,
  at: number,
  role: RoleName,
  salience: Salience,
): Target | undefined {
  const none: ReadonlySet<string> = new Set();
  const kinds = roleKinds[role].of.filter((kind) => kind !== 'organisation');
  for (const step of [-1, 1] as const)
    for (const kind of kinds) {
      const target = targetFrom(row, at + step, step, kind, none, salience);
      if (target) return target;
    }
  const mention = salience.at(row.start, kinds);
  const isKnown = mention && (mention.start < row.block.end || mention === salience.subject);
  return isKnown ? { mention, how: 'about' } : undefined;
}
