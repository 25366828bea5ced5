import naughty from 'big-list-of-naughty-strings' with { type: 'json' };
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QueryError, parseQuery, queryLimits } from '../../src/core/parse-query.ts';
import type { Query } from '../../src/core/query.ts';
import { wantedWords } from '../../src/core/query.ts';

/** A query as text: `(a & b)`, `(a | b)`, `-a`, `"a b"`, `a*`, `title:a`, `field=value`. */
function show(query: Query | undefined): string {
  if (!query) return '';
  if ('all' in query) return `(${query.all.map(show).join(' & ')})`;
  if ('any' in query) return `(${query.any.map(show).join(' | ')})`;
  if ('not' in query) return `-${show(query.not)}`;
  if ('field' in query) return `${query.field}=${query.value}`;
  if ('where' in query) return query.where.field;
  if ('facet' in query) return `${query.facet}=${query.values.join('+')}`;
  const words = query.words.length > 1 ? `"${query.words.join(' ')}"` : query.words.join('');
  return `${query.in ? `${query.in}:` : ''}${words}${query.prefix ? '*' : ''}`;
}

describe('parseQuery', () => {
  it.each([
    ['', ''],
    ['   ', ''],
    ['Économie', 'economie'],
    ['économie sociale', '(economie & sociale)'],
    ['"économie sociale"', '"economie sociale"'],
    ['"not closed', '"not closed"'],
    ['econom*', 'econom*'],
    ['*', ''],
    ['a * b', '(a & b)'],
    ['-energy', '-energy'],
    ['coop -energy', '(coop & -energy)'],
    ['-"solar energy"', '-"solar energy"'],
    ['--a', '--a'],
    ['-', ''],
    ['a OR b', '(a | b)'],
    ['a | b', '(a | b)'],
    ['a OR b OR c', '(a | b | c)'],
    ['a b OR c d', '(a & (b | c) & d)'],
    ['a OR', 'a'],
    ['OR', ''],
    ['OR a', 'a'],
    ['a OR OR b', '(a & b)'],
    ['or', 'or'],
    ['(a b) OR c', '((a & b) | c)'],
    ['a -(b c)', '(a & -(b & c))'],
    ['-(b OR c)', '-(b | c)'],
    ['(a', 'a'],
    ['a)', 'a'],
    [')(', ''],
    ['()', ''],
    ['((((a))))', 'a'],
    ['title:Naples', 'title:naples'],
    ['TITLE:Naples', 'title:naples'],
    ['title:"general assembly"', 'title:"general assembly"'],
    ['body:econom*', 'body:econom*'],
    ['-title:x', '-title:x'],
    ['country:NO', 'country=no'],
    ['member-of:"ESS France"', 'member_of=ess france'],
    ['ville:León', 'ville=leon'],
    ['constructor:x', 'constructor=x'],
    ['__proto__:x', '"proto x"'],
    ['https://example.org/a', '"https example org a"'],
    ['12:30', '"12 30"'],
    ['2024-03-01', '"2024 03 01"'],
    ['note:', 'note'],
    ['ESS/SSE', '"ess sse"'],
    ['C++', 'c'],
    ['e-mail', '"e mail"'],
    ["what's", '"what s"'],
    ["l'économie", 'economie'],
    ['[[Org]]', 'org'],
    ['foo@bar.no', '"foo bar no"'],
    ['#tag', 'tag'],
    ['NOT a', '(not & a)'],
    ['a AND b', '(a & and & b)'],
    ['NEAR(a b)', '(near & (a & b))'],
    ['連帯', '連帯'],
    ['^a', 'a'],
  ])('%j is understood as %s', (written, expected) => {
    expect(show(parseQuery(written))).toBe(expected);
  });

  it('refuses what nobody types, in words', () => {
    const { characters, words } = queryLimits;
    expect(() => parseQuery('a '.repeat(words))).not.toThrow();
    expect(() => parseQuery('a '.repeat(words + 1))).toThrow(QueryError);
    expect(() => parseQuery('a-'.repeat(words + 1))).toThrow(
      'A search may have 64 words, this has 65',
    );
    expect(() => parseQuery('a'.repeat(characters))).not.toThrow();
    expect(() => parseQuery('a'.repeat(characters + 1))).toThrow(QueryError);
  });

  it('reads every naughty string, or says that it is too long', () => {
    for (const text of naughty) {
      if (text.length > queryLimits.characters) expect(() => parseQuery(text)).toThrow(QueryError);
      else expect(() => parseQuery(text)).not.toThrow();
    }
  });

  it('never fails on anything short, and wants folded words only', () => {
    const piece = fc.oneof(
      fc.constantFrom('(', ')', '-', '"', 'OR', '|', '*', ':', 'title:', 'é', 'NEAR', '[[', ' '),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom('', ' '),
        (pieces, between) => {
          for (const { words } of wantedWords(parseQuery(pieces.join(between)))) {
            expect(words.length).toBeGreaterThan(0);
            for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
          }
        },
      ),
      { numRuns: 500, seed: 3 },
    );
  });
});
