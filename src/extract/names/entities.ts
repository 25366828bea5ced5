import type { TextSpan } from '../../core/document.ts';
import { acceptClusters } from './accept-clusters.ts';
import { withoutMerePlaces } from './acting-places.ts';
import { announcedEvent } from './announced-event.ts';
import type { AcronymPair } from './acronym-pair.ts';
import { findAcronyms } from './acronyms.ts';
import { findArabic } from './arabic-names.ts';
import { clusterNames } from './cluster.ts';
import { findDescribed } from './described-names.ts';
import { entryProjects } from './entries.ts';
import type { Findings, FoundEntities } from './found-entity.ts';
import { withoutEventHeadings, withoutSessions } from './general-event.ts';
import { givenAgain } from './given-names.ts';
import { findListed } from './listed-names.ts';
import { withoutLoneStarts } from './lone-starts.ts';
import { withAnaphora } from './name-anaphora.ts';
import { findBrands } from './name-brands.ts';
import { headedProject } from './headed-project.ts';
import type { NameMention } from './name-mention.ts';
import type { NameScan } from './name-scan.ts';
import { firstWordAt, nameScan, wordsIn } from './name-scan.ts';
import { findNames } from './names.ts';
import { asOneBody } from './one-body.ts';
import { settleOverlaps } from './overlaps.ts';
import type { Passage, PassageBlock } from '../text/passage.ts';
import { findPersons } from './persons.ts';
import { findQuoted } from './quoted-names.ts';
import { settleEntities } from './settle-entities.ts';
import { titleProject } from './title-project.ts';

export type { Findings, FoundEntities, KnownSpan } from './found-entity.ts';

/** The organisations, projects, programmes, events, practices and documents that a passage names; persons and groups without a name are none. */
export function findEntities(passage: Passage, findings: Findings): FoundEntities {
  const places = wordsIn(passage, findings.places ?? []);
  // What only the words around it make a programme must not hide an organisation.
  const programmeWords = wordsIn(
    passage,
    (findings.programmes ?? []).filter((programme) => programme.how !== 'grammar'),
  );
  const dateWords = wordsIn(passage, findings.dates ?? []);
  const blocks = passage.blocks.filter(
    (block) =>
      block.zone !== 'navigation' && block.zone !== 'letterhead' && block.zone !== 'dateline',
  );
  const free = (block: PassageBlock) => nameScan(passage, block, { places, taken: programmeWords });
  const persons = blocks.flatMap((block) => findPersons(free(block)));
  const taken = new Set([...programmeWords, ...wordsIn(passage, persons)]);
  const scans = new Map(
    blocks.map((block) => [block, nameScan(passage, block, { places, taken })]),
  );
  const scanOf = (block: PassageBlock) =>
    scans.get(block) ?? nameScan(passage, block, { places, taken });
  const listed = findListed(blocks, scanOf);
  const mentions: NameMention[] = [];
  const pairs: AcronymPair[] = [...listed.pairs];
  const title = titleProject(blocks, scanOf) ?? headedProject(blocks, scanOf);
  const event = announcedEvent(blocks, scanOf);
  const entries = entryProjects(blocks, scanOf);
  const declared = [title, event, ...listed.names, ...entries].filter((name) => name !== undefined);
  const given = byBlock(blocks, [...declared, ...givenAgain(passage, scans, declared)]);
  const programmes = byBlock(
    blocks,
    (findings.programmes ?? []).map((span) => programmeName(passage, span)),
  );
  for (const [block, scan] of scans) {
    const named = [...(given.get(block) ?? []), ...withoutSessions(scan, namesIn(scan))];
    const names = withAnaphora(scan, settleOverlaps(named));
    const own = findAcronyms(scan, [...names, ...(programmes.get(block) ?? [])]);
    pairs.push(...own);
    mentions.push(...asOneBody(scan, asLongAs(own, names, passage)));
  }
  const events = withoutEventHeadings(mentions, scans);
  const usable = withoutLoneStarts(passage, events, scans).filter(
    (mention) => !isWithin(dateWords, mention),
  );
  const clusters = clusterNames(passage, usable, pairs, places);
  const accepted = acceptClusters(passage, clusters, places);
  const known = withoutMerePlaces(passage, scans, findings.known ?? [], places);
  return {
    entities: settleEntities(passage, accepted, { ...findings, known }, taken),
    acronyms: pairs,
    persons,
  };
}

/** Names as long as their acronyms show them to be. */
function asLongAs(
  pairs: readonly AcronymPair[],
  names: readonly NameMention[],
  { words }: Passage,
): readonly NameMention[] {
  const ends = new Map(pairs.map(({ long }) => [long.start, long.end]));
  return names.map((name) => {
    const end = ends.get(name.start);
    const isLonger = end !== undefined && end > name.end && name.kind !== 'none';
    return isLonger ? { ...name, end, last: firstWordAt(words, end) } : name;
  });
}

/** A programme as a name that an acronym may stand for. */
function programmeName(passage: Passage, { start, end }: TextSpan): NameMention {
  const first = firstWordAt(passage.words, start);
  const last = firstWordAt(passage.words, end);
  return { start, end, first, last, kind: 'programme', rule: 'programme', votes: [] };
}

function namesIn(scan: NameScan): NameMention[] {
  return [
    ...findQuoted(scan),
    ...findBrands(scan),
    ...(scan.cues.language === 'ar' ? findArabic(scan) : findDescribed(scan)),
    ...findNames(scan),
  ];
}

function isWithin(words: ReadonlySet<number>, { first, last }: NameMention): boolean {
  for (let at = first; at < last; at++) if (!words.has(at)) return false;
  return true;
}

/** Mentions by the block that they begin in. */
function byBlock(
  blocks: readonly PassageBlock[],
  mentions: readonly NameMention[],
): Map<PassageBlock, NameMention[]> {
  const sorted = mentions.toSorted((a, b) => a.first - b.first);
  const found = new Map<PassageBlock, NameMention[]>();
  let at = 0;
  for (const block of blocks) {
    const own: NameMention[] = [];
    for (
      let mention = sorted[at];
      mention && mention.first < block.lastWord;
      mention = sorted[++at]
    )
      own.push(mention);
    if (own.length > 0) found.set(block, own);
  }
  return found;
}
