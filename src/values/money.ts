import { asText, isMap, isText } from '../core/node.ts';
import type { Node } from '../core/node.ts';
import type { Parsed, Value } from '../core/value.ts';
import { parseNumber } from './number.ts';

/** An amount with its currency (ISO 4217); canonical form `3400000 EUR`. */
export const money: Value = {
  name: 'money',
  expects: 'an amount with its currency such as 3.4 million EUR or 410 250 EUR',
  parse: parseMoney,
  show: (value, _context, language) => showMoney(asText(value), language),
  order: (value) => Number(asText(value).split(' ')[0]),
};

/** Amount and currency of a canonical value. */
export function moneyParts(canonical: string): {
  readonly amount: number;
  readonly currency: string;
} {
  const [amount, currency = ''] = canonical.split(' ');
  return { amount: Number(amount), currency };
}

const symbols: Readonly<{ [symbol: string]: string }> = {
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  ευρώ: 'EUR',
  يورو: 'EUR',
  '£': 'GBP',
  $: 'USD',
};

const scales: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:billions?|milliards?|miliardi|miliardo|mil millones|mil milhões|δισ\S*|مليار)(?![\p{L}])\.?\s*/iu,
    1e9,
  ],
  [
    /^(?:millions?|mill?ón|millones|milioni|milione|milhões|milhão|milions?|milió|εκατ\S*|مليون|mio|mln|m)(?![\p{L}])\.?\s*/iu,
    1e6,
  ],
  [/^(?:thousand|mille|mila|mil|χιλ\S*|ألف|k)(?![\p{L}])\.?\s*/iu, 1e3],
];

function parseMoney(node: Node): Parsed {
  if (isMap(node)) {
    const amount = isText(node['amount']) ? node['amount'] : '';
    const currency = isText(node['currency']) ? node['currency'] : '';
    return parseMoney(`${amount} ${currency}`);
  }
  if (!isText(node)) return { reason: 'found a list' };
  const match = /^(\D*?)\s*([-−]?\d[\d.,\s\u00a0\u202f'’]*?)\s*([^\d\s][^\d]*)?$/u.exec(
    node.trim(),
  );
  if (!match) return { reason: '' };
  let rest = (match[3] ?? '').trim();
  let scale = 1;
  for (const [word, factor] of scales) {
    if (!word.test(rest)) continue;
    rest = rest.replace(word, '');
    scale = factor;
    break;
  }
  const amount = parseNumber(match[2] ?? '', scale > 1);
  if (amount === undefined) return { reason: 'the amount cannot be read in one way only' };
  const unit = (rest || (match[1] ?? '')).replace(/^(?:d['’]|de |di |of )/i, '').trim();
  const currency = symbols[unit.toLowerCase()] ?? unit.toUpperCase();
  if (currency === '')
    return { reason: 'the currency is missing', expected: [`${node.trim()} EUR`] };
  if (!isCurrency(currency)) return { reason: `“${unit}” is no currency code` };
  const value = Number((amount * scale).toFixed(2));
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return { reason: 'the amount is too large' };
  return { value: `${value} ${currency}` };
}

function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf('currency').includes(code);
}

function showMoney(canonical: string, language: string): string {
  const { amount, currency } = moneyParts(canonical);
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(amount)} ${currency}`;
}
