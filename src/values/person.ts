import { asText, isMap, isText, nodeMap } from '../core/node.ts';
import type { Value } from '../core/value.ts';
import { isConsent, isRefusal } from './consent.ts';

const parts = ['name', 'role', 'organisation', 'email', 'phone', 'consent'];

/** A person in a role: `{name, role, organisation, email, phone, consent}`, or a name alone. Personal data. */
export const person: Value = {
  name: 'person',
  expects: `a person: ${parts.join(', ')}`,
  parse: (node) => {
    if (isText(node) && node.trim() !== '') return { value: nodeMap([['name', node.trim()]]) };
    if (!isMap(node)) return { reason: isText(node) ? '' : 'found a list' };
    const entries = Object.entries(node).map(
      ([key, value]) =>
        [key.toLowerCase().replace(/^organization$/, 'organisation'), value] as const,
    );
    const map = nodeMap(entries);
    const unread = entries.find(([key, value]) => parts.includes(key) && !isText(value));
    if (unread) return { reason: `“${unread[0]}” is no text`, at: [unread[0]] };
    if (!isText(map['name']) || map['name'].trim() === '') return { reason: 'the name is missing' };
    const consent = map['consent'];
    if (isText(consent) && !isConsent(consent) && !isRefusal(consent)) {
      const expected = ['yes', 'no', 'the date on which it was given'];
      return { reason: `“${consent.trim()}” is no clear consent`, expected, at: ['consent'] };
    }
    return { value: map };
  },
  show: (value) => {
    if (!isMap(value)) return asText(value);
    const shown = ['name', 'role', 'organisation'].map((part) => value[part]).filter(isText);
    return shown.join(', ');
  },
};
