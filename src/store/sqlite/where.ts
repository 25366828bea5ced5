import type { Condition } from '../../core/condition.ts';
import type { Kinds } from '../../core/kind.ts';
import { fold } from '../../vocabulary/fold.ts';

type Bind = (values: readonly (string | number)[]) => string;

/** What a record has beside its fields. */
const identity = ['title', 'id', 'kind', 'path'];

/** A condition on a field, on a relation, or on what every record has, as SQL over `record r`. */
export function whereCondition(condition: Condition, kinds: Kinds, bind: Bind): string {
  const { field } = condition;
  if (identity.includes(field)) {
    const own = `json_object('${field}', json_array(r.${field}))`;
    return `field_meets(${own}, '{}', ${bind([JSON.stringify(condition)])})`;
  }
  const all = kinds.all();
  const isRelation = all.some(({ relations }) => Object.hasOwn(relations, field));
  if (isRelation && !all.some(({ fields }) => Object.hasOwn(fields, field))) {
    return relationCondition(condition, bind);
  }
  return `field_meets(r.fields, r.extra, ${bind([JSON.stringify(condition)])})`;
}

/** A link is met by the id or the name of the record that it leads to, or as it was written. */
function relationCondition({ field, operator, value }: Condition, bind: Bind): string {
  const links = `select l.source from link l left join record t on t.key = l.found where l.relation = ${bind([field])}`;
  switch (operator) {
    case 'exists':
      return `r.key in (${links})`;
    case 'missing':
      return `r.key not in (${links})`;
    case '=':
      return `r.key in (${links} and ${named(value, bind)})`;
    case '!=':
      return `r.key not in (${links} and ${named(value, bind)})`;
    case '~':
      return `r.key in (${links} and instr(folded(coalesce(t.title, l.target)), ${bind([fold(value)])}) > 0)`;
    default:
      return '0';
  }
}

function named(value: string, bind: Bind): string {
  const folded = fold(value);
  return `(l.name = ${bind([folded])} or folded(t.id) = ${bind([folded])} or folded(t.title) = ${bind([folded])})`;
}
