import type { TextSpan } from '../../core/document.ts';

/** A line such as “P2 – Guild of Dyers, Malta”. */
export interface NumberedPartner {
  readonly field: 'lead' | 'partners' | 'associates';
  readonly label: TextSpan;
  readonly value: TextSpan;
}

/** So many numbers make a list of partners. */
const fewest = 2;

const line =
  /^[^\S\n]{0,4}(?:[•*–-][^\S\n])?((LP|AP|PP|P|Partner|Partenaire|Socio|Soci|Parceiro|Εταίρος|الشريك)[^\S\n]?(\d{1,2}))[^\S\n]?[–—-][^\S\n](?=["“«]?[\p{Lu}\p{Lo}])([^\n]{2,300})$/gmu;

/** Lines that number the partners of a project, by where they begin; the first is who leads where no other line says so. */
export function numberedPartners(
  text: string,
  hasLead: boolean,
): ReadonlyMap<number, NumberedPartner> {
  const found = new Map<number, NumberedPartner>();
  const lines = [...text.matchAll(line)];
  const leads = hasLead || lines.some(([, , sort]) => sort === 'LP');
  for (const match of lines) {
    const [whole, label = '', sort = '', number = '', value = ''] = match;
    const start = match.index + whole.indexOf(label);
    const end = match.index + whole.length;
    const isLead = sort === 'LP' || (!leads && sort !== 'AP' && Number(number) === 1);
    found.set(start, {
      field: isLead ? 'lead' : sort === 'AP' ? 'associates' : 'partners',
      label: { start, end: start + label.length },
      value: { start: end - value.length, end },
    });
  }
  return found.size < fewest ? new Map() : found;
}
