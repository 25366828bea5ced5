import { asText, isMap, isText } from '../core/node.ts';
import type { Node } from '../core/node.ts';
import type { Parsed, Value } from '../core/value.ts';

/** A point on the map in degrees, WGS 84: `latitude, longitude`. */
export const place: Value = {
  name: 'place',
  expects: 'a latitude and a longitude in degrees such as 37.39, -5.99',
  parse: parsePlace,
  show: (value) => asText(value).replace(',', ', '),
};

function parsePlace(node: Node): Parsed {
  const parts = isMap(node) ? [node['lat'], node['lon'] ?? node['lng']] : [node];
  const written = parts.every(isText) ? parts.join(', ') : '';
  const match = /^\s*([-+]?\d+(?:\.\d+)?)\s*[,;\s]\s*([-+]?\d+(?:\.\d+)?)\s*$/.exec(written);
  if (!match) return { reason: '' };
  const [latitude, longitude] = [Number(match[1]), Number(match[2])];
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)
    return {
      value: [latitude, longitude].map((degrees) => Number(degrees.toFixed(6)) + 0).join(','),
    };
  const swapped = Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180;
  return {
    reason: 'latitude goes from -90 to 90, longitude from -180 to 180',
    ...(swapped ? { expected: [`${longitude}, ${latitude}`] } : {}),
  };
}
