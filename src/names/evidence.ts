import type { NamedActor } from './actor.ts';
import type { Reason } from './reason.ts';
import { evidenceWeights } from './weights.ts';

/** What speaks for or against two actors being one, beyond their names. */
export function evidenceOf(a: NamedActor, b: NamedActor): readonly Reason[] {
  const found: Reason[] = [];
  const add = (reason: Reason['reason'], weight: number, detail: string) =>
    found.push({ reason, weight, detail });
  const identifier = shared(a.identifiers, b.identifiers);
  if (identifier !== undefined) add('identifier', evidenceWeights.sameIdentifier, identifier);
  const [domainsA, domainsB] = [ownDomains(a), ownDomains(b)];
  const domain = shared(domainsA, domainsB);
  if (domain !== undefined) add('domain', evidenceWeights.sameDomain, domain);
  else if (domainsA.length > 0 && domainsB.length > 0)
    add('domain', evidenceWeights.otherDomain, `${domainsA[0]} · ${domainsB[0]}`);
  for (const [field, same, other] of places) {
    const [one, two] = [a[field], b[field]];
    if (one === undefined || two === undefined) continue;
    if (one === two) add(field, same, one);
    else add(field, other, `${one} · ${two}`);
  }
  const parent = shared(a.parents, b.parents);
  if (parent !== undefined) add('parent', evidenceWeights.sameParent, parent);
  const work = shared(a.works, b.works);
  if (work !== undefined) add('work', evidenceWeights.sameWork, work);
  return found;
}

const places = [
  ['country', evidenceWeights.sameCountry, evidenceWeights.otherCountry],
  ['region', evidenceWeights.sameRegion, evidenceWeights.otherRegion],
  ['city', evidenceWeights.sameCity, evidenceWeights.otherCity],
] as const;

function shared(a: readonly string[] = [], b: readonly string[] = []): string | undefined {
  return a.length === 0 || b.length === 0 ? undefined : a.find((each) => b.includes(each));
}

/** Domains that belong to those who rent out a place on them. */
const rented =
  /^(?:(?:.+\.)?(?:gmail|hotmail|outlook|yahoo|live|orange|wanadoo|free|laposte|libero|tiscali|telefonica|sapo)\.[a-z.]{2,6}|(?:.+\.)?(?:facebook|instagram|twitter|x|linkedin|youtube|google|goo|linktr)\.(?:com|gl|ee)|(?:wordpress|blogspot|wixsite|weebly|over-blog|github|gitlab|jimdo|eklablog|canalblog)\.(?:com|io|net))$/;

function ownDomains(actor: NamedActor): readonly string[] {
  return actor.domains?.filter((domain) => !rented.test(domain.slice(0, 253))) ?? [];
}
