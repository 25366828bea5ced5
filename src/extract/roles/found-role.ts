import type { TextSpan } from '../../core/document.ts';
import type { RoleName } from '../extraction.ts';
import type { Mention } from '../text/mention.ts';
import { roleKinds } from './role-kinds.ts';

/** A part that an entity has in another, as a sentence, a row or a sheet tells it. */
export interface FoundRole {
  readonly role: RoleName;
  readonly entity: string;
  /** The entity's kind: a programme funds, but is not an organisation. */
  readonly kind: string;
  readonly of: string;
  readonly ofKind: string;
  readonly evidence: TextSpan;
  readonly rule: string;
}

/** A role that a sentence tells. */
export function roleOf(
  role: RoleName,
  { entity, kind }: Mention,
  target: Mention,
  { start, end }: TextSpan,
  rule: string,
): FoundRole {
  return {
    role: roleKinds[role].elsewhere?.[target.kind] ?? role,
    entity,
    kind,
    of: target.entity,
    ofKind: target.kind,
    evidence: { start, end },
    rule,
  };
}
