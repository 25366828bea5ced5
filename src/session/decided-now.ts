import { readDecisions } from '../base/decisions.ts';
import type { Decided, Decision } from '../core/decision.ts';
import { decided, nothing } from '../core/decision.ts';
import type { Store } from '../store/store.ts';

/** What people decided in a base, about its records as they are called now: some were renamed or merged since. */
export async function decidedNow(folder: string, store: Store): Promise<Decided> {
  const decisions = readDecisions(folder);
  const now = new Map<string, string>();
  for (const id of new Set(decisions.flatMap(idsIn))) {
    const [only, ...others] = await store.find(id);
    if (only && others.length === 0) now.set(id, only.id);
  }
  const called = (id: string) => now.get(id) ?? id;
  return decided(
    decisions.map((decision) =>
      'a' in decision
        ? { ...decision, a: called(decision.a), b: called(decision.b) }
        : { ...decision, record: called(decision.record) },
    ),
  );
}

function idsIn(decision: Decision): readonly string[] {
  if ('a' in decision) return [decision.a, decision.b];
  return decision.record === nothing ? [] : [decision.record];
}
