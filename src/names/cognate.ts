/** Endings that are written in several ways for one and the same: `-tion -ción -zione -ção -ció`. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/(?:[tsz]ions?|[cs]ion(?:es)?|[zs]ion[ei]|coes|cao|soes|sao|(?<=[auocn])cio|cions|ssio)$/, 'Tn'],
  [/(?:it(?:y|ies|es?|at)|idad(?:es?)?|ita|itats?|itate)$/, 'Tt'],
  [/(?:log(?:y|ies?|ias?|ie)|logi?)$/, 'Lg'],
  [/(?:ic(?:s|al|als|o|a|os|as|i|i?he|es)?|iqu?es?|ich|ique)$/, 'K'],
  [/(?:ism(?:e|o|s|es|os|i)?)$/, 'Sm'],
  [/(?:ist(?:e|a|s|es|as|i|en)?)$/, 'St'],
  [/(?:[ae]n[ct](?:e|es|y|ies|ia|ias|i)|[ae]nz[aei])$/, 'Nk'],
  [/(?:ments?|mentos?|m?ientos?|menti)$/, 'Mt'],
  [/(?:(?:at|it|ut|ct|s)?(?:ors?|eurs?|or[ei]s?|eres?|ers?|ador(?:es?)?))$/, 'R'],
  [/(?:ar(?:y|ies|io|ia|ios|ias|i)|aires?)$/, 'Ar'],
  [/(?:iv(?:e|es|o|a|os|as|i)|ifs?|ius?)$/, 'V'],
  [/(?:al(?:e|es|i|s)?|el(?:le|les|s)?|aux|ais)$/, 'L'],
  [/(?:ous|eux|euses?|os[oaie]s?)$/, 'S'],
];

const spellings: readonly (readonly [RegExp, string])[] = [
  [/^es?(?=s?[ptck][^aeiou]?)/, 's'],
  [/ph/g, 'f'],
  [/(?:tch|ch|ck|qu|cc|kh)/g, 'k'],
  [/[cqz]/g, 'k'],
  [/sk(?=[ei])/g, 'k'],
  [/(?:gn|nh|ny(?=[aeou]))/g, 'n'],
  [/(?:gli|lh)/g, 'l'],
  [/x/g, 's'],
  [/(?:ae|oe)/g, 'e'],
  [/(?:ou|uo)/g, 'o'],
  [/[yj]/g, 'i'],
  [/w/g, 'v'],
  [/h/g, ''],
  [/(.)\1/g, '$1'],
];

/**
 * A key that words of one origin share in the Romance languages, English and (once in Latin letters) Greek:
 * `cooperation coopération cooperación cooperazione cooperação` → `koperTn`. Words under four letters are their own key.
 */
export function cognateKey(latin: string): string {
  if (latin.length < 4 || !/^[a-z]+$/.test(latin)) return latin;
  const word = latin.slice(0, 40);
  for (const [ending, mark] of endings) {
    const at = word.search(ending);
    if (at >= 3) return spelled(word.slice(0, at)).replace(/[aeiou]+$/, '') + mark;
  }
  const key = spelled(word).replace(/[aeiou]{0,3}s?$/, '');
  return key.length < 3 ? spelled(word) : key;
}

function spelled(word: string): string {
  let out = word;
  for (const [from, to] of spellings) out = out.replace(from, to);
  return out;
}
