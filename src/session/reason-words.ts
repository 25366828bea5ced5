import { placeLabel } from './place-label.ts';
import type { Session } from './session.ts';

/** The words by which a session tells why two names may mean one record. */
export function reasonWords(session: Session): Pick<Session, 'told' | 'colon'> & {
  readonly place: (code: string) => string;
} {
  const { told, colon } = session;
  return { told, colon, place: (code) => placeLabel(code, session) };
}
