import { slug } from './slug.ts';
import { stemOf } from './stem.ts';

/**
 * What a link to a record says: the name of its file where the id follows from it, which other programs understand too, else
 * its id.
 */
export function linkName({ id, path }: { readonly id: string; readonly path: string }): string {
  const stem = stemOf(path);
  // Inside of brackets these would begin a heading or a label, or end the link.
  return slug(stem) === id && !/[#^|[\]]/.test(stem) ? stem : id;
}
