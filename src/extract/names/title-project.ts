import type { NameMention } from './name-mention.ts';
import type { NameScan } from './name-scan.ts';
import { firstWordAt } from './name-scan.ts';
import type { PassageBlock } from '../text/passage.ts';

/** So many lines below a title may say that this is the sheet of a project. */
const near = 12;

/** The name in capitals or mixed letters that is the first line of a project's sheet: one with “Project code: …” below it. */
export function titleProject(
  blocks: readonly PassageBlock[],
  scanOf: (block: PassageBlock) => NameScan,
): NameMention | undefined {
  const [title, ...rest] = blocks;
  if (!title || title.kind === 'row') return undefined;
  const scan = scanOf(title);
  const { first, last, words } = scan;
  const own = words.slice(first, last);
  const isBrand =
    own.length > 0 &&
    own.length <= 5 &&
    own.every(({ shape }) => shape === 'upper' || shape === 'mixed');
  if (!isBrand || own.some((_, at) => scan.cues.heads.at(words, first + at, last) !== undefined))
    return undefined;
  if (!rest.slice(0, near).some((block) => speaksOfProject(scanOf(block)))) return undefined;
  return {
    start: own[0]?.start ?? title.start,
    end: own.at(-1)?.end ?? title.end,
    first,
    last,
    kind: 'project',
    rule: 'label',
    votes: [{ kind: 'project', weight: 4, rule: 'label' }],
  };
}

/** A label such as “Código do projeto:”, or a short line such as “Project sheet”. */
function speaksOfProject(scan: NameScan): boolean {
  const { start, end } = scan.block;
  const colon = scan.passage.shadow.slice(start, Math.min(end, start + 50)).indexOf(':');
  const last = colon < 0 ? scan.last : firstWordAt(scan.words, start + colon);
  if (last - scan.first > 5) return false;
  for (let at = scan.first; at < last; at++)
    if (scan.cues.heads.at(scan.words, at, scan.last)?.value === 'project') return true;
  return false;
}
