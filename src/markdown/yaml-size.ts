/** Characters; more than the regions of all countries take. What reads YAML slowly, with places, needs seconds beyond it. */
const longest = 262_144;

/** Why a file of YAML that a base holds is not read; undefined where it is short enough. */
export function tooLongYaml(text: string): string | undefined {
  if (text.length <= longest) return undefined;
  return `The file is longer than ${longest} characters and is not read`;
}
