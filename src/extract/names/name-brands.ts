import { isMap, textsOf } from '../../core/node.ts';
import { shipped } from '../../shipped.ts';
import { votesAround } from './context.ts';
import type { Cues } from './name-cues.ts';
import { cues } from './name-cues.ts';
import type { NameKind } from './name-kinds.ts';
import type { NameMention } from './name-mention.ts';
import type { NameScan } from './name-scan.ts';
import { wordsOf } from '../text/word.ts';
import type { Word } from '../text/word.ts';
import { shadow } from '../text/shadow.ts';

interface Brand {
  readonly kind: NameKind;
  /** How its words are written. */
  readonly shapes: readonly Word['shape'][];
}

let made: Cues<readonly Brand[]> | undefined;

/** The names of `data/cues/names/brands`, by their words. */
function brands(): Cues<readonly Brand[]> {
  if (made) return made;
  const file = shipped('cues/names/brands');
  const byName = new Map<string, Brand[]>();
  for (const kind of ['organisation', 'event'] as const) {
    for (const text of isMap(file) ? textsOf(file[kind] ?? []) : []) {
      const words = wordsOf(text, shadow(text));
      const key = words.map((word) => word.key).join(' ');
      const list = byName.get(key) ?? [];
      list.push({ kind, shapes: words.map((word) => word.shape) });
      byName.set(key, list);
    }
  }
  made = cues([...byName]);
  return made;
}

/** Well-known names that say nothing of their kind, written as they are known, with the place of a branch after them. */
export function findBrands(scan: NameScan): NameMention[] {
  const found: NameMention[] = [];
  for (let at = scan.first; at < scan.last; at++) {
    if (scan.isTaken(at)) continue;
    const match = brands().at(scan.words, at, scan.last);
    const brand = match?.value.find((each) => isWritten(scan, at, each.shapes));
    if (!match || !brand) continue;
    const last = pastBranch(scan, at + match.length);
    found.push({
      start: scan.words[at]?.start ?? 0,
      end: scan.words[last - 1]?.end ?? 0,
      first: at,
      last,
      kind: brand.kind,
      rule: 'brand-list',
      votes: [
        { kind: brand.kind, weight: 2, rule: 'brand-list' },
        ...votesAround(scan, at, last, false),
      ],
    });
    at = last - 1;
  }
  return found;
}

/** Up to five capitals are written as they are; a longer name may stand in capitals or not. */
function isWritten(scan: NameScan, at: number, shapes: readonly Word['shape'][]): boolean {
  return shapes.every((shape, step) => {
    const word = scan.words[at + step];
    if (!word) return false;
    if (
      step > 0 &&
      scan.passage.shadow.slice(scan.words[at + step - 1]?.end, word.start).length > 2
    )
      return false;
    if (word.shape === shape) return true;
    // “the people of la Nef”
    if (step === 0 && shapes.length > 1 && scan.cues.articles.has(word.key)) return true;
    if (shape === 'upper' && word.key.length <= 5) return false;
    return shape !== 'lower' && shape !== 'number' && scan.isCapital(at + step);
  });
}

/** “Oxfam Italia”, “REAS Illes Balears”, “Caritas Diocesana”. */
function pastBranch(scan: NameScan, from: number): number {
  let last = from;
  while (last < scan.last && last - from < 4 && scan.gap(last - 1) === 'space') {
    const isOf = /^(?:de|di|d|del|della|da|do|of|el|la|les|las)$/.test(scan.key(last));
    const next = isOf && scan.words[last]?.shape === 'lower' ? last + 1 : last;
    if (scan.isTaken(next) || !scan.isCapital(next) || !scan.isPlace(next)) break;
    last = next + 1;
  }
  return last;
}
