import { asText, isMap, isText } from '../core/node.ts';
import type { Node } from '../core/node.ts';
import type { Parsed, Value } from '../core/value.ts';
import { firstDay, lastDay, parseDate } from './date.ts';

/** A start and an end, either of which may be open; canonical form as in ISO 8601, `2014/2020`. */
export const period: Value = {
  name: 'period',
  expects: 'a period such as 2014/2020 or 2019-09/2023-12',
  parse: parsePeriod,
  show: (value) => asText(value).replace('/', ' – '),
};

const between = /^(.*?)\s*(?:\.\.|[–—/]|\s-\s|(?<=^\d{4})-(?=\d{4}$))\s*(.*)$/;

function parsePeriod(node: Node): Parsed {
  if (isMap(node)) return joined(textOf(node['start']), textOf(node['end']));
  if (!isText(node)) return { reason: 'found a list' };
  const match = between.exec(node.trim());
  return match ? joined(match[1] ?? '', match[2] ?? '') : joined(node.trim(), node.trim());
}

function joined(start: string, end: string): Parsed {
  const parts: string[] = [];
  for (const written of [start, end]) {
    if (written === '' || written === '..') {
      parts.push('');
      continue;
    }
    const parsed = parseDate(written);
    if (!('value' in parsed)) return parsed;
    parts.push(asText(parsed.value));
  }
  const [from = '', to = ''] = parts;
  if (from === '' && to === '') return { reason: '' };
  if (from !== '' && to !== '' && firstDay(from) > lastDay(to)) {
    return { reason: 'it ends before it starts' };
  }
  return { value: `${from}/${to}` };
}

function textOf(node: Node | undefined): string {
  return isText(node) ? node.trim() : '';
}
