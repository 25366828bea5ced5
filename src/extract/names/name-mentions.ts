import type { TextSpan } from '../../core/document.ts';
import type { EntityDraft } from './draft-entity.ts';
import { tokenOf } from './name-key.ts';
import { firstWordAt } from './name-scan.ts';
import type { Passage } from '../text/passage.ts';
import type { Word } from '../text/word.ts';

interface Form {
  readonly tokens: readonly string[];
  readonly draft: EntityDraft;
  /** Of a single word: how it is written. */
  readonly shape: Word['shape'];
}

/** Gives every entity all places of the text that bear one of its names, the longest name first at each place. */
export function findMentions(
  passage: Passage,
  drafts: readonly EntityDraft[],
  taken: ReadonlySet<number>,
): void {
  const formsAt = formFinder(drafts.flatMap((draft) => formsOf(passage, draft)));
  const covered = new Map<number, EntityDraft>();
  const held = new Map<EntityDraft, Set<number>>();
  for (const draft of drafts) {
    const own = new Set<number>();
    held.set(draft, own);
    for (const span of draft.spans)
      for (
        let at = firstWordAt(passage.words, span.start);
        (passage.words[at]?.start ?? span.end) < span.end;
        at++
      ) {
        own.add(at);
        if (draft.kind !== 'event' && draft.kind !== 'document') covered.set(at, draft);
      }
  }
  const tokens = passage.words.map((word) => tokenOf(word.key));
  for (const block of passage.blocks) {
    if (block.zone === 'navigation') continue;
    for (let at = block.firstWord; at < block.lastWord; at++) {
      const form = formsAt(tokens, at).find((each) =>
        fits(passage, tokens, at, block.lastWord, each, taken, covered),
      );
      if (!form) continue;
      const last = at + form.tokens.length - 1;
      const own = held.get(form.draft);
      let isNew = true;
      for (let word = at; word <= last; word++) if (own?.has(word)) isNew = false;
      if (isNew) {
        const start = passage.words[at]?.start ?? 0;
        form.draft.spans.push({ start, end: passage.words[last]?.end ?? 0 });
        for (let word = at; word <= last; word++) own?.add(word);
      }
      at = last;
    }
  }
}

/** Finds the forms that are written at a place, the longest first; a thousand names that begin alike cost no more than one. */
function formFinder(
  forms: readonly Form[],
): (tokens: readonly string[], at: number) => readonly Form[] {
  const written = new Map<string, Form[]>();
  const lengths = new Map<string, Set<number>>();
  for (const form of forms) {
    const [first = ''] = form.tokens;
    const whole = form.tokens.join(' ');
    const same = written.get(whole);
    if (same) same.push(form);
    else written.set(whole, [form]);
    lengths.set(first, (lengths.get(first) ?? new Set()).add(form.tokens.length));
  }
  const falling = new Map(
    Array.from(lengths, ([first, each]) => [first, [...each].sort((a, b) => b - a)]),
  );
  return (tokens, at) =>
    (falling.get(tokens[at] ?? '') ?? []).flatMap(
      (length) => written.get(tokens.slice(at, at + length).join(' ')) ?? [],
    );
}

function formsOf(passage: Passage, draft: EntityDraft): Form[] {
  const seen = new Set<string>();
  const forms: Form[] = [];
  for (const span of draft.forms) {
    const words = wordsWithin(passage, span);
    const tokens = words.map((word) => tokenOf(word.key));
    const [first] = words;
    const key = `${tokens.join(' ')} ${first?.shape ?? ''}`;
    if (
      !first ||
      seen.has(key) ||
      (tokens.length === 1 &&
        (first.shape === 'lower' || first.shape === 'caseless' || first.key.length < 2))
    )
      continue;
    seen.add(key);
    forms.push({ tokens, draft, shape: first.shape });
  }
  return forms;
}

function wordsWithin(passage: Passage, span: TextSpan): readonly Word[] {
  return passage.words.slice(
    firstWordAt(passage.words, span.start),
    firstWordAt(passage.words, span.end),
  );
}

function fits(
  passage: Passage,
  tokens: readonly string[],
  at: number,
  end: number,
  form: Form,
  taken: ReadonlySet<number>,
  covered: ReadonlyMap<number, EntityDraft>,
): boolean {
  const { length } = form.tokens;
  if (at + length > end) return false;
  for (let step = 0; step < length; step++) {
    if (tokens[at + step] !== form.tokens[step] || taken.has(at + step)) return false;
    const owner = covered.get(at + step);
    if (owner && owner !== form.draft) return false;
    if (
      step > 0 &&
      (passage.words[at + step]?.start ?? 0) - (passage.words[at + step - 1]?.end ?? 0) > 2
    )
      return false;
  }
  if (length > 1) return true;
  const shape = passage.words[at]?.shape;
  // A short acronym is written the same everywhere; a brand may be in capitals or not.
  if (form.shape === 'upper' && (form.tokens[0]?.length ?? 0) <= 4) return shape === 'upper';
  return shape === 'upper' || shape === 'mixed' || shape === 'capital';
}
