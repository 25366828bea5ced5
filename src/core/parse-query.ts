import { fold, words } from '../vocabulary/fold.ts';
import type { Query, TextField } from './query.ts';
import { textFields } from './query.ts';

/** More than this is no question that a person types, and full text search is quadratic in it. */
export const queryLimits = { characters: 1_024, words: 64 };

/** Why a query cannot be read, in words for the one who typed it. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
}

/**
 * Reads what a person types: words are all required; `"a phrase"`, `prefix*`, `-without`, `this OR that` (binds closer than
 * the space between words), `field:value`, `( )`. Anything else is a word. Throws {@link QueryError} beyond the limits.
 */
export function parseQuery(text: string): Query | undefined {
  if (text.length > queryLimits.characters) {
    throw new QueryError(
      `A search may have ${queryLimits.characters} characters, this has ${text.length}`,
    );
  }
  const tokens = text.match(token) ?? [];
  const count = Math.max(tokens.length, words(text).length);
  if (count > queryLimits.words) {
    throw new QueryError(`A search may have ${queryLimits.words} words, this has ${count}`);
  }
  return parser(tokens)();
}

// A field is named by anything but punctuation; here and below, the classes of Unicode, which take a millisecond each, wait until they are needed.
const token = /-?(?:[^\s\0-,./:-@[-^`{-\x7f]+:)?"[^"]*"?|[()]|-?[^\s()"]+/gu;

function parser(tokens: readonly string[]): () => Query | undefined {
  let at = 0;

  /** Everything up to a closing bracket, all of it required. */
  const sequence = (): Query | undefined => {
    const parts: Query[] = [];
    while (at < tokens.length && tokens[at] !== ')') {
      const part = alternatives();
      if (part) parts.push(part);
    }
    return parts.length > 1 ? { all: parts } : parts[0];
  };

  const alternatives = (): Query | undefined => {
    const options = [single()];
    while (isOr(tokens[at]) && at + 1 < tokens.length && options.length > 0) {
      at++;
      options.push(single());
    }
    const found = options.filter((each) => each !== undefined);
    return found.length > 1 ? { any: found } : found[0];
  };

  const single = (): Query | undefined => {
    const written = tokens[at++] ?? '';
    if (written === '(' || written === '-(') {
      const inner = sequence();
      at++;
      return inner && written === '-(' ? { not: inner } : inner;
    }
    if (written === '-' && tokens[at] === '(') {
      const inner = single();
      return inner && { not: inner };
    }
    return isOr(written) ? undefined : term(written);
  };

  return () => {
    const parts: Query[] = [];
    while (at < tokens.length) {
      const part = sequence();
      if (part) parts.push(part);
      at++;
    }
    return parts.length > 1 ? { all: parts } : parts[0];
  };
}

function isOr(written: string | undefined): boolean {
  return written === 'OR' || written === '|';
}

function term(written: string): Query | undefined {
  if (written.length > 1 && written.startsWith('-')) {
    const excluded = term(written.slice(1));
    return excluded && { not: excluded };
  }
  const colon = written.includes(':') ? /^(\p{L}[\p{L}\p{N}_-]*):(.+)$/su.exec(written) : undefined;
  const field = colon?.[1]?.toLowerCase().replaceAll('-', '_');
  if (colon && field && !colon[2]?.startsWith('//')) {
    const value = (colon[2] ?? '').replaceAll('"', '');
    return isTextField(field) ? found(value, field) : fieldTerm(field, value);
  }
  return found(written);
}

function fieldTerm(field: string, value: string): Query | undefined {
  const folded = fold(value);
  return folded === '' ? undefined : { field, value: folded };
}

function found(written: string, field?: TextField): Query | undefined {
  const list = words(written);
  if (list.length === 0) return undefined;
  const prefix = written.endsWith('*') && /[\p{L}\p{N}]\*$/u.test(written);
  const capitals = written === written.toUpperCase() && /^\p{Lu}{2,}$/u.test(written);
  return {
    words: list,
    ...(prefix ? { prefix: true as const } : {}),
    ...(field ? { in: field } : {}),
    ...(written.startsWith('"') ? { quoted: true as const } : {}),
    ...(capitals ? { capitals: true as const } : {}),
  };
}

function isTextField(name: string): name is TextField {
  return textFields.some((each) => each === name);
}
