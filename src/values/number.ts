import { isText } from '../core/node.ts';
import type { Value } from '../core/value.ts';

/** A number as people write it: `50`, `1 200`, `3,4`. */
export const number: Value = {
  name: 'number',
  expects: 'a number such as 50 or 1 200',
  parse: (node) => {
    const value = isText(node) ? parseNumber(node) : undefined;
    return value === undefined ? { reason: '' } : { value: canonical(value) };
  },
};

/** Three decimals would be read as thousands, and a power of ten not at all. */
function canonical(value: number): string {
  const text = /e/.test(String(value)) ? value.toFixed(20).replace(/\.?0+$/, '') : String(value);
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text;
}

/**
 * Reads `3.4`, `3,4`, `3 400 000`, `1.228.642`, `2,090,202.50`; undefined where that is no number or could be two.
 * A single separator before three digits groups thousands, except where `decimal` says that a scale word follows.
 */
export function parseNumber(written: string, decimal = false): number | undefined {
  const text = written.trim().replaceAll(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?!\d))/g, '');
  const match = /^([-−+]?)(\d[\d.,]*)$/.exec(text);
  if (!match) return undefined;
  const digits = match[2] ?? '';
  const separators = digits.replaceAll(/\d/g, '');
  const last = separators.at(-1);
  let plain: string;
  if (!last) plain = digits;
  else if (new Set(separators).size === 1) {
    const grouped = new RegExp(`^[1-9]\\d{0,2}(?:\\${last}\\d{3})+$`).test(digits);
    if (grouped && !(decimal && separators.length === 1)) plain = digits.replaceAll(last, '');
    else if (separators.length === 1) plain = digits.replace(last, '.');
    else return undefined;
  } else {
    const point = digits.lastIndexOf(last);
    const whole = digits.slice(0, point);
    const group = last === ',' ? '.' : ',';
    if (whole.includes(last) || !new RegExp(`^\\d{1,3}(?:\\${group}\\d{3})+$`).test(whole))
      return undefined;
    plain = `${whole.replaceAll(group, '')}.${digits.slice(point + 1)}`;
  }
  const value = Number(plain) * (match[1] === '-' || match[1] === '−' ? -1 : 1);
  return Number.isFinite(value) && /\d$/.test(plain) && Math.abs(value) <= Number.MAX_SAFE_INTEGER
    ? value
    : undefined;
}
