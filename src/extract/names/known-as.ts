import type { AcronymPair } from './acronym-pair.ts';
import { acronymPair } from './acronym-pair.ts';
import type { NameMention } from './name-mention.ts';
import type { NameScan } from './name-scan.ts';
import { bracketEnd, shortAt } from './short-name.ts';

/** What contracts and minutes put in a bracket before the name that they go on with. */
const fromHere =
  /^\((?:hereinafter|hereafter|henceforth|also known as|known as|in short|abbreviated(?: as)?|en adelante|en lo sucesivo|de ahora en adelante|conocida como|ci-apres|ci-dessous|dorenavant|dite?|en abrege|di seguito|d'ora in poi|in breve|in sigla|doravante|a partir de agora|abreviadamente|en endavant|d'ara endavant|en sigles|en siglas|εφεξησ|στο εξησ|στη συνεχεια|η συντομα)(?: (?:referred to as|designated|denominad[oa]|denominat|denominada|designad[oa]|denomme|denommee|designe|called|anche))?,?:? ?(?:the |la |le |les |el |l'|il |lo |o |a |els |η |ο |το )?["'“«]?$/;

/** What says, in a bracket or after a comma, by which name somebody is known. */
const isKnown =
  /^(?:\(|[,،] )(?:(?:better|also|commonly|usually|widely) known (?:as|by its acronym)|known (?:as|by its acronym)|plus connue? sous le (?:nom|sigle)(?: de)?|connue? sous le sigle|mas conocid[oa] (?:como|por)|conocid[oa] (?:como|por sus siglas)|(?:meglio|piu) (?:not[oa]|conosciut[oa]) come|not[oa] come|mais conhecid[oa] (?:como|por)|conhecid[oa] (?:como|pela sigla)|mes coneguda? (?:com(?: a)?|per)|coneguda? (?:com(?: a)?|per les sigles)|(?:ευρυτερα )?γνωστ(?:οσ|η|ο) ωσ|المعروفه?(?: اختصارا)? ب(?:اسم|ـ)?|وتعرف(?: اختصارا)? ب(?:اسم|ـ)?|اختصارا) ?:? ?(?:the |la |le |el |l'|il |lo |o |a |η |ο |το )?["'“«]?$/;

/** So many words stand at most between a name and the short one by which it is known. */
const reach = 8;

/** `long (hereinafter SHORT)`, `long, better known as SHORT`: by the number of the word after the bracket or comma. */
export function knownAs(
  scan: NameScan,
  at: number,
  byEnd: ReadonlyMap<number, NameMention>,
): AcronymPair | undefined {
  const name = byEnd.get(at);
  if (!name || name.kind === 'none') return undefined;
  for (let short = at + 1; short < Math.min(at + reach, scan.last); short++) {
    const shape = scan.words[short]?.shape;
    if (shape !== 'upper' && shape !== 'mixed' && shape !== 'capital') continue;
    const between = scan.passage.shadow.slice(name.end, scan.words[short]?.start).trimStart();
    if (!fromHere.test(between) && !isKnown.test(between)) return undefined;
    const last = between.startsWith('(') ? bracketEnd(scan, short) : short + 1;
    return last !== undefined && shortAt(scan, short, last) !== undefined
      ? acronymPair(scan, short, last, name.first, at, 'covered', name.start)
      : undefined;
  }
  return undefined;
}
