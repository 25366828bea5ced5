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

/** Words that name the currencies of several countries, or one only by habit: a code is suggested, never taken. */
const shared: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:dt|d\.t\.?|dinars? tunisiens?|tunisian dinars?)$/i, ['TND']],
  [/^(?:da|dinars? alg[ée]riens?|algerian dinars?)$/i, ['DZD']],
  [/^(?:dinars?|dinari|dinares|δηνάρι\p{L}*|دينار\p{L}*)$/iu, ['TND', 'DZD', 'JOD', 'LYD']],
  [/^(?:dhs?|dirhams? marocains?|moroccan dirhams?)\.?$/i, ['MAD']],
  [/^(?:dirhams?|dirham[ie]s?|ντιρχάμ|درهم|دراهم)$/iu, ['MAD', 'AED']],
];

/** What says that an amount is not exact, in the eight languages. */
const roughly =
  /^(?:[~≈±]\s*|(?:about|around|approx(?:imately)?|roughly|nearly|almost|environ|env|autour de|près de|presque|quelque|circa|ca|c|quasi|intorno a|cerca de|alrededor de|aproximadamente|aprox|unos|unas|casi|uns|umas|quase|al voltant de|aproximadament|prop de|gairebé|περίπου|γύρω στ\p{L}+|σχεδόν|حوالي|نحو|تقريبا|ما يقارب)(?:\.\s*|\s+|(?=\d)))(?=\S)/iu;

const scales: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:billions?|bn|mds?|mrd|milliards?|miliardi|miliardo|mil millones|mil milhões|δισ\S*|مليار)(?![\p{L}])\.?\s*/iu,
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
  const rough = roughly.exec(node.trim());
  if (rough)
    return {
      reason: 'an exact amount is expected',
      expected: [node.trim().slice(rough[0].length).trim()],
    };
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
  // As in `2 MEUR`.
  const joint = /^([km])([a-z]{3})$/i.exec(rest);
  if (joint && scale === 1 && isCurrency((joint[2] ?? '').toUpperCase())) {
    scale = joint[1]?.toLowerCase() === 'k' ? 1e3 : 1e6;
    rest = joint[2] ?? '';
  }
  const amount = parseNumber(match[2] ?? '', scale > 1);
  if (amount === undefined) return { reason: 'the amount cannot be read in one way only' };
  const unit = (rest || (match[1] ?? '')).replace(/^(?:d['’]|de |di |of )/i, '').trim();
  const currency = symbols[unit.toLowerCase()] ?? unit.toUpperCase();
  if (currency === '')
    return { reason: 'the currency is missing', expected: [`${node.trim()} EUR`] };
  const value = Number((amount * scale).toFixed(2));
  if (!isCurrency(currency)) {
    const [, codes] = shared.find(([word]) => word.test(unit)) ?? [];
    return {
      reason: `“${unit}” is no currency code`,
      ...(codes ? { expected: codes.map((code) => `${value} ${code}`) } : {}),
    };
  }
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
