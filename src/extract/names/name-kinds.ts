/** What a name may stand for; `authority` and `none` say how a head word is read, and are no kinds of records. */
export type NameKind = 'organisation' | 'project' | 'programme' | 'event' | 'practice' | 'document';

/** `authority`: an organisation that is named by its place, in lower case too; `none`: a venue, a label, a law, a theme. */
export type HeadKind = NameKind | 'authority' | 'none';

/** What a label or the head of a column says of what it labels; `other`: an address, a budget, no name; `links`: titles of other pages. */
export type LabelKind = NameKind | 'acronym' | 'other' | 'links';

/** The kind of record that a head stands for. */
export function kindOf(head: HeadKind): NameKind | undefined {
  if (head === 'none') return undefined;
  return head === 'authority' ? 'organisation' : head;
}

/** Whether a label stands before a name of its kind. */
export function isName(kind: LabelKind | undefined): kind is NameKind {
  return kind !== undefined && kind !== 'acronym' && kind !== 'other' && kind !== 'links';
}
